package org.quittance.importer.csv;

import java.util.Currency;

/**
 * Reads decimal amounts by hand into minor units, exactly. Neither rounds nor guesses: more decimals than the currency
 * has, or digits in groups that are not of three, are refused, because they are how a wrong convention shows.
 */
final class AmountFormat {

    private static final char NO_GROUPING = '\0';
    private static final char MINUS = '\u2212';

    private final char decimal;
    private final char grouping;

    /**
     * @param decimal what stands before the decimals, point or comma
     * @param grouping what stands between thousands: point, comma, apostrophe, or a blank for any kind of blank
     */
    AmountFormat(char decimal, char grouping) {
        this.decimal = decimal;
        this.grouping = grouping;
    }

    static AmountFormat ungrouped(char decimal) {
        return new AmountFormat(decimal, NO_GROUPING);
    }

    /**
     * Minor units of the amount, negative where it is written with a minus before or after it. A sign or code of the
     * currency itself may stand beside the number.
     */
    long minor(Slice text, Currency currency, String field) throws RowProblem {
        int from = 0;
        int to = text.length();
        boolean negative = false;
        if (to > 0 && isMinus(text.at(0))) {
            negative = true;
            from++;
        } else if (to > 0 && isMinus(text.at(to - 1))) {
            negative = true;
            to--;
        }
        int[] bounds = CurrencyMark.strip(text, from, to, currency, field);
        long minor = digits(text, bounds[0], bounds[1], currency, field);
        return negative ? -minor : minor;
    }

    private long digits(Slice text, int from, int to, Currency currency, String field) throws RowProblem {
        long value = 0;
        int whole = 0;
        int sinceGroup = -1;
        int i = from;
        for (; i < to && text.at(i) != decimal; i++) {
            char character = text.at(i);
            if (character >= '0' && character <= '9') {
                value = append(value, character, text, field);
                whole++;
                sinceGroup += sinceGroup >= 0 ? 1 : 0;
            } else if (isGrouping(character) && whole > 0 && (sinceGroup == 3 || (sinceGroup < 0 && whole <= 3))) {
                sinceGroup = 0;
            } else {
                throw notAnAmount(text, field);
            }
        }
        if (sinceGroup >= 0 && sinceGroup != 3) {
            throw notAnAmount(text, field);
        }
        int decimals = 0;
        boolean marked = i < to;
        for (i++; i < to; i++, decimals++) {
            char character = text.at(i);
            if (character < '0' || character > '9') {
                throw notAnAmount(text, field);
            }
            value = append(value, character, text, field);
        }
        if (whole + decimals == 0 || (marked && decimals == 0)) {
            throw notAnAmount(text, field);
        }
        return scaled(value, decimals, text, currency, field);
    }

    private static long scaled(long value, int decimals, Slice text, Currency currency, String field)
            throws RowProblem {
        int expected = currency.getDefaultFractionDigits();
        if (decimals > expected) {
            throw new RowProblem(field, "amount.decimals", text, decimals, currency, expected);
        }
        long scaled = value;
        for (int i = decimals; i < expected; i++) {
            scaled = append(scaled, '0', text, field);
        }
        return scaled;
    }

    private static long append(long value, char digit, Slice text, String field) throws RowProblem {
        if (value > (Long.MAX_VALUE - (digit - '0')) / 10) {
            throw new RowProblem(field, "amount.too-large", text);
        }
        return value * 10 + (digit - '0');
    }

    private boolean isGrouping(char character) {
        if (grouping == NO_GROUPING) {
            return false;
        }
        if (grouping == ' ') {
            return Slice.isSpace(character);
        }
        return character == grouping || (grouping == '\'' && character == '’');
    }

    private static boolean isMinus(char character) {
        return character == '-' || character == MINUS;
    }

    private RowProblem notAnAmount(Slice text, String field) {
        return new RowProblem(field, "amount.none", text, example());
    }

    private String example() {
        String thousands = grouping == NO_GROUPING ? "" : String.valueOf(grouping == ' ' ? '\u00A0' : grouping);
        return "1" + thousands + "234" + decimal + "56";
    }
}
