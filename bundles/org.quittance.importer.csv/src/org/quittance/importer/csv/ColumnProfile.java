package org.quittance.importer.csv;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the values of one column have in common, over all rows. For one thread. */
final class ColumnProfile {

    /** The forms of date that are tried, those with fixed digits before those without. */
    static final List<String> DATES = List.of(
            "yyyy-MM-dd",
            "yyyy/MM/dd",
            "yyyyMMdd",
            "dd/MM/yyyy",
            "MM/dd/yyyy",
            "d/M/yyyy",
            "M/d/yyyy",
            "dd.MM.yyyy",
            "d.M.yyyy",
            "dd-MM-yyyy",
            "MM-dd-yyyy",
            "dd/MM/yy",
            "MM/dd/yy",
            "d/M/yy",
            "M/d/yy",
            "dd.MM.yy",
            "d.M.yy");

    private static final List<DatePatterns> PATTERNS = DATES.stream()
            .map(text -> new DatePatterns(List.of(DatePattern.of(text))))
            .toList();

    /** More different values are no vocabulary. */
    private static final int TEXTS_MAX = 40;

    private static final int TEXT_CHARS_MAX = 60;
    private static final Currency EURO = Currency.getInstance("EUR");

    private final Map<String, Long> fits = new LinkedHashMap<>();
    private final Set<String> texts = new TreeSet<>();
    private final Set<String> marks = new TreeSet<>();
    private final Slice slice = new Slice();
    private boolean manyTexts;
    private boolean moneyMixed;
    private long filled;
    private long numbers;

    /** A way to write amounts. */
    enum Numbers {
        POINT(".", "none"),
        COMMA(",", "none"),
        COMMA_BLANK(",", "space"),
        POINT_COMMA(".", ","),
        COMMA_POINT(",", "."),
        POINT_BLANK(".", "space"),
        POINT_APOSTROPHE(".", "'");

        final String decimal;
        final String grouping;
        private final AmountFormat format;

        Numbers(String decimal, String grouping) {
            this.decimal = decimal;
            this.grouping = grouping;
            this.format = grouping.equals("none")
                    ? AmountFormat.ungrouped(decimal.charAt(0))
                    : new AmountFormat(decimal.charAt(0), grouping.equals("space") ? ' ' : grouping.charAt(0));
        }
    }

    void add(String cell) {
        String text = cell.strip();
        if (text.isEmpty()) {
            return;
        }
        filled++;
        if (text.length() > TEXT_CHARS_MAX) {
            manyTexts = true;
            return;
        }
        if (!manyTexts) {
            texts.add(text);
            manyTexts = texts.size() > TEXTS_MAX;
        }
        boolean hasDigit = text.chars().anyMatch(Character::isDigit);
        if (hasDigit) {
            dates(text);
            amounts(text);
        }
    }

    private void dates(String text) {
        slice.set(text);
        for (int index = 0; index < DATES.size(); index++) {
            try {
                PATTERNS.get(index).date(slice, "");
                fits.merge(DATES.get(index), 1L, Long::sum);
            } catch (RowProblem notThisForm) {
                continue;
            }
        }
    }

    private void amounts(String text) {
        String mark = text.replaceAll("[0-9.,'’\\s\\u00a0\\u202f+\\-\\u2212()]", "");
        if (mark.length() > 3) {
            return;
        }
        String number = mark.isEmpty() ? text : text.replace(mark, "").strip();
        slice.set(number);
        boolean any = false;
        for (Numbers form : Numbers.values()) {
            try {
                form.format.minor(slice, EURO, "");
                fits.merge(form.name(), 1L, Long::sum);
                any = true;
            } catch (RowProblem notThisForm) {
                continue;
            }
        }
        if (any) {
            numbers++;
            moneyMixed |= numbers > 1 && (mark.isEmpty() ? !marks.isEmpty() : marks.isEmpty());
            if (!mark.isEmpty()) {
                marks.add(mark);
            }
        }
    }

    long filled() {
        return filled;
    }

    boolean fits(String form) {
        return filled > 0 && fits.getOrDefault(form, 0L) == filled;
    }

    /** How many values are of this form. */
    long fitting(String form) {
        return fits.getOrDefault(form, 0L);
    }

    /** Whether nearly all values are of one form of date; a few bad ones do not make it another column. */
    boolean isOfDates() {
        return DATES.stream().anyMatch(form -> isNearly(fitting(form)));
    }

    boolean isOfAmounts() {
        for (Numbers form : Numbers.values()) {
            if (isNearly(fitting(form.name()))) {
                return true;
            }
        }
        return false;
    }

    private boolean isNearly(long count) {
        return filled > 0 && count * 100 >= filled * 95;
    }

    /** The different values, in order; empty where there are too many for a vocabulary. */
    Set<String> vocabulary() {
        return manyTexts ? Set.of() : texts;
    }

    boolean hasVocabulary() {
        return !manyTexts && !texts.isEmpty();
    }

    /** Signs and codes beside the amounts, if all have one. */
    Set<String> marks() {
        return moneyMixed ? Set.of() : marks;
    }
}
