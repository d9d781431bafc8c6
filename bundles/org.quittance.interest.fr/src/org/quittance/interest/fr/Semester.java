package org.quittance.interest.fr;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Half of a calendar year, the period for which French law fixes a rate.
 *
 * @param half 1 from January to June, 2 from July to December
 */
record Semester(int year, int half) implements Comparable<Semester> {

    private static final Pattern NAME = Pattern.compile("([0-9]{4})-S([12])");

    static Semester of(LocalDate day) {
        return new Semester(day.getYear(), day.getMonthValue() <= 6 ? 1 : 2);
    }

    /** Reads what {@link #toString()} writes. */
    static Semester parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("«" + name + "» is not a semester such as 2026-S2");
        }
        return new Semester(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    LocalDate first() {
        return LocalDate.of(year, half == 1 ? 1 : 7, 1);
    }

    LocalDate last() {
        return half == 1 ? LocalDate.of(year, 6, 30) : LocalDate.of(year, 12, 31);
    }

    Semester next() {
        return half == 1 ? new Semester(year, 2) : new Semester(year + 1, 1);
    }

    @Override
    public int compareTo(Semester other) {
        return year != other.year ? Integer.compare(year, other.year) : Integer.compare(half, other.half);
    }

    @Override
    public String toString() {
        return year + "-S" + half;
    }
}
