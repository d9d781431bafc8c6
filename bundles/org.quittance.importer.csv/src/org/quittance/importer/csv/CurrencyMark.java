package org.quittance.importer.csv;

import java.util.Currency;

/** The sign or code of a currency that some exports write beside the number. */
final class CurrencyMark {

    private CurrencyMark() {}

    /**
     * Bounds of the number without such a mark, as {@code {from, to}}.
     *
     * @throws RowProblem where the mark is another currency's
     */
    static int[] strip(Slice text, int from, int to, Currency currency, String field) throws RowProblem {
        int first = from;
        int last = to;
        while (first < last && isMark(text.at(first))) {
            first++;
        }
        while (last > first && isMark(text.at(last - 1))) {
            last--;
        }
        if (first == last) {
            return new int[] {from, to};
        }
        check(text, from, first, currency, field);
        check(text, last, to, currency, field);
        while (first < last && Slice.isSpace(text.at(first))) {
            first++;
        }
        while (last > first && Slice.isSpace(text.at(last - 1))) {
            last--;
        }
        return new int[] {first, last};
    }

    private static void check(Slice text, int from, int to, Currency currency, String field) throws RowProblem {
        if (from == to) {
            return;
        }
        StringBuilder mark = new StringBuilder();
        for (int i = from; i < to; i++) {
            mark.append(text.at(i));
        }
        if (!mark.toString().equals(currency.getCurrencyCode())
                && !mark.toString().equals(sign(currency))) {
            throw new RowProblem(field, "amount.other-currency", text, mark, currency);
        }
    }

    private static String sign(Currency currency) {
        return switch (currency.getCurrencyCode()) {
            case "EUR" -> "€";
            case "GBP" -> "£";
            case "USD" -> "$";
            default -> currency.getCurrencyCode();
        };
    }

    private static boolean isMark(char character) {
        return Character.isLetter(character) || Character.getType(character) == Character.CURRENCY_SYMBOL;
    }
}
