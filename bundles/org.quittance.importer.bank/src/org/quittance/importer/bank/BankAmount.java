package org.quittance.importer.bank;

import java.util.Currency;
import org.quittance.api.model.Money;

/** Amounts as banks write them: digits and one decimal mark. */
final class BankAmount {

    /** With more, sums of many of them could leave the range of a long. */
    private static final long MINOR_MAX = 100_000_000_000_000L;

    private BankAmount() {}

    /** @param code ISO 4217 */
    static Currency currency(String code) throws BadValue {
        try {
            Currency currency = Currency.getInstance(code);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException unknown) {
            throw notACurrency(code);
        }
        throw notACurrency(code);
    }

    private static BadValue notACurrency(String code) {
        return new BadValue("«" + BankText.shown(code) + "» is no currency, expected a code of ISO 4217 such as EUR");
    }

    /** Digits without sign; decimals beyond those of the currency must be zero. */
    static Money unsigned(String text, char decimalMark, Currency currency) throws BadValue {
        int mark = text.indexOf(decimalMark);
        String whole = mark < 0 ? text : text.substring(0, mark);
        String decimals = mark < 0 ? "" : text.substring(mark + 1);
        if (whole.isEmpty() && decimals.isEmpty()) {
            throw unreadable(text, decimalMark);
        }
        long minor = 0;
        for (int i = 0; i < whole.length(); i++) {
            minor = shifted(minor, whole.charAt(i), text, decimalMark);
        }
        int digits = currency.getDefaultFractionDigits();
        for (int i = 0; i < Math.max(digits, decimals.length()); i++) {
            char digit = i < decimals.length() ? decimals.charAt(i) : '0';
            if (i < digits) {
                minor = shifted(minor, digit, text, decimalMark);
            } else if (digit != '0') {
                throw new BadValue("«" + BankText.shown(text) + "» has more decimals than " + currency + " has");
            }
        }
        return Money.ofMinor(minor, currency);
    }

    private static long shifted(long minor, char digit, String text, char decimalMark) throws BadValue {
        if (digit < '0' || digit > '9') {
            throw unreadable(text, decimalMark);
        }
        long shifted = minor * 10 + digit - '0';
        if (shifted > MINOR_MAX) {
            throw new BadValue("«" + BankText.shown(text) + "» is larger than any amount of a bank account");
        }
        return shifted;
    }

    private static BadValue unreadable(String text, char decimalMark) {
        return new BadValue("«" + BankText.shown(text) + "» is no amount, expected digits such as 1234" + decimalMark
                + "56, without sign and spaces");
    }
}
