package org.quittance.importer.csv;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Reads dates by hand, strictly: a day that does not exist is refused, never moved. Keeps the dates it has made, since a
 * ledger repeats few of them very often; for one thread.
 */
final class DatePatterns {

    private static final int CACHE_SIZE = 4096;
    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2199;

    private final List<DatePattern> patterns;
    private final @Nullable LocalDate[] made = new @Nullable LocalDate[CACHE_SIZE];

    DatePatterns(List<DatePattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    LocalDate date(Slice text, String field) throws RowProblem {
        for (DatePattern pattern : patterns) {
            int packed = pattern.match(text);
            if (packed != DatePattern.NO_MATCH) {
                return make(packed, text, field);
            }
        }
        throw new RowProblem(field, "date.form", text, forms());
    }

    private LocalDate make(int packed, Slice text, String field) throws RowProblem {
        int slot = (packed ^ (packed >>> 9)) & (CACHE_SIZE - 1);
        int year = packed >>> 9;
        int month = (packed >>> 5) & 15;
        int day = packed & 31;
        LocalDate known = made[slot];
        if (known != null
                && known.getDayOfMonth() == day
                && known.getMonthValue() == month
                && known.getYear() == year) {
            return known;
        }
        if (year < YEAR_MIN || year > YEAR_MAX) {
            throw new RowProblem(field, "date.year", text, year, YEAR_MIN, YEAR_MAX);
        }
        if (month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            throw new RowProblem(field, "date.absent", text, forms());
        }
        LocalDate date = LocalDate.of(year, month, day);
        made[slot] = date;
        return date;
    }

    private List<DatePattern> forms() {
        return patterns;
    }
}
