package org.quittance.api.interest;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A calendar year or half of one, for which a rate is fixed.
 *
 * @param half 0 for the whole year, 1 from January to June, 2 from July to December
 */
record Period(int year, int half) {

    private static final Pattern NAME = Pattern.compile("([0-9]{4})(?:-S([12]))?");

    static Period of(Anchor anchor, LocalDate day) {
        return new Period(day.getYear(), anchor == Anchor.YEAR ? 0 : day.getMonthValue() <= 6 ? 1 : 2);
    }

    /** Reads what {@link #toString()} writes; empty for anything else. */
    static Optional<Period> parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int half = matcher.end(2) < 0 ? 0 : name.charAt(name.length() - 1) - '0';
        return Optional.of(new Period(Integer.parseInt(name.substring(0, 4)), half));
    }

    LocalDate first() {
        return LocalDate.of(year, half == 2 ? 7 : 1, 1);
    }

    LocalDate last() {
        return half == 1 ? LocalDate.of(year, 6, 30) : LocalDate.of(year, 12, 31);
    }

    LocalDate referenceDay(ReferenceDay rule) {
        return rule == ReferenceDay.FIRST_DAY ? first() : first().minusDays(1);
    }

    Period next() {
        return half == 0 ? new Period(year + 1, 0) : half == 1 ? new Period(year, 2) : new Period(year + 1, 1);
    }

    @Override
    public String toString() {
        return half == 0 ? String.format("%04d", year) : String.format("%04d-S%d", year, half);
    }
}
