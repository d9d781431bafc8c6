package org.quittance.importer.bank;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import org.quittance.api.importer.ImportException;
import org.quittance.api.model.Money;

/** One record of 120 characters; fields are addressed by the positions of the standard, which count from 1. */
record CfonbRecord(long line, String text) {

    static final int LENGTH = 120;

    /** The last digit of an amount also tells its sign: { and A to I are positive, } and J to R negative. */
    private static final String POSITIVE = "{ABCDEFGHI";

    private static final String NEGATIVE = "}JKLMNOPQR";

    /** What is missing at the end are blanks that were cut off. */
    static CfonbRecord of(long line, String text) {
        return new CfonbRecord(line, text + " ".repeat(Math.max(0, LENGTH - text.length())));
    }

    String kind() {
        return field(1, 2);
    }

    String field(int first, int last) {
        return text.substring(first - 1, last);
    }

    String account() {
        return field(22, 32).strip();
    }

    /** Two or more statements may differ in it, but never the records of one. */
    String accountAndCurrency() {
        return account() + " " + field(17, 19);
    }

    LocalDate day(int first, String name) throws ImportException {
        try {
            return BankDate.dayFirst(field(first, first + 5));
        } catch (BadValue problem) {
            throw problem.at(line, name);
        }
    }

    /** Positions 91 to 104, with as many decimals as position 20 says. */
    Money amount() throws ImportException {
        try {
            Currency currency = BankAmount.currency(field(17, 19));
            String digits = field(91, 103).strip();
            char last = Character.toUpperCase(ebcdic(field(104, 104).charAt(0)));
            boolean isNegative = NEGATIVE.indexOf(last) >= 0;
            int digit = isNegative ? NEGATIVE.indexOf(last) : POSITIVE.indexOf(last);
            if (digit < 0) {
                throw new BadValue("«" + BankText.shown(field(91, 104))
                        + "» is no amount, expected 13 digits and one of {, A to I, }, J to R");
            }
            String all = "0".repeat(LENGTH) + digits + digit;
            int whole = all.length() - decimals(currency);
            Money amount = BankAmount.unsigned(all.substring(0, whole) + "." + all.substring(whole), '.', currency);
            return isNegative ? amount.negated() : amount;
        } catch (BadValue problem) {
            throw problem.at(line, "montant");
        }
    }

    private int decimals(Currency currency) throws BadValue {
        String decimals = field(20, 20);
        if (decimals.equals(" ")) {
            return currency.getDefaultFractionDigits();
        }
        if (!BankText.isDigits(decimals, 1)) {
            throw new BadValue("«" + BankText.shown(decimals) + "» is no number of decimals");
        }
        return Integer.parseInt(decimals);
    }

    /** In the French code page of a mainframe the bytes of the braces are accented letters, and some gateways say so. */
    private static char ebcdic(char character) {
        return switch (String.valueOf(character).toLowerCase(Locale.ROOT)) {
            case "é" -> '{';
            case "è" -> '}';
            default -> character;
        };
    }
}
