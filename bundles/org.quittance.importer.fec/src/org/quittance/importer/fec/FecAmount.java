package org.quittance.importer.fec;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;

/** Amounts as accounting software writes them: a comma or a point before the decimals, blanks between thousands, perhaps a sign. */
final class FecAmount {

    private static final Pattern FORM = Pattern.compile("[+-]?(?:\\d{1,3}( \\d{3})+|\\d{1,15})(?:[.,]\\d{0,6})?");

    private FecAmount() {}

    /** In minor units; an empty cell is zero. Decimals beyond those of the currency are refused unless they are zeros. */
    static long minor(String cell, Currency currency, String field) throws BadLine {
        String text = cell.replace('\u00a0', ' ').replace('\u202f', ' ').replace('\u2212', '-');
        if (text.isEmpty()) {
            return 0;
        }
        if (!FORM.matcher(text).matches()) {
            throw new BadLine(field, "amount.none", cell);
        }
        String plain = text.replace(" ", "").replace(',', '.');
        BigDecimal value = new BigDecimal(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain);
        try {
            return value.movePointRight(Math.max(0, currency.getDefaultFractionDigits()))
                    .longValueExact();
        } catch (ArithmeticException inexact) {
            throw new BadLine(field, "amount.decimals", cell, currency);
        }
    }
}
