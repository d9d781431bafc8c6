package org.quittance.importer.bank;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Days as banks write them. A day the calendar does not have, or one of another calendar, is refused. */
final class BankDate {

    /** No bank sends files older than this; a year beyond these belongs to another calendar (2569, 1448, 令和8). */
    private static final int YEAR_MIN = 1980;

    private static final int YEAR_MAX = 2099;

    /** Two digits from this one on are of the last century, as SWIFT has it. */
    private static final int LAST_CENTURY = 80;

    private BankDate() {}

    /** ISO 8601, a time and zone behind the day are left aside: the day is the one the bank wrote. */
    static LocalDate iso(String text) throws BadValue {
        boolean shaped = text.length() >= 10
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (text.length() == 10 || "T+-Z".indexOf(text.charAt(10)) >= 0);
        if (!shaped) {
            throw unreadable(text, "YYYY-MM-DD");
        }
        return day(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10), text, "YYYY-MM-DD");
    }

    /** OFX: eight digits, what follows is time and zone. */
    static LocalDate compact(String text) throws BadValue {
        if (text.length() < 8) {
            throw unreadable(text, "YYYYMMDD");
        }
        return day(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8), text, "YYYYMMDD");
    }

    /** SWIFT: year, month, day with two digits each. */
    static LocalDate yearFirst(String text) throws BadValue {
        return day(century(number(text, 0, 2)), number(text, 2, 4), number(text, 4, 6), text, "YYMMDD");
    }

    /** CFONB: day, month, year with two digits each. */
    static LocalDate dayFirst(String text) throws BadValue {
        return day(century(number(text, 4, 6)), number(text, 2, 4), number(text, 0, 2), text, "DDMMYY");
    }

    /** A day written without its year: the nearest to a day that is known. */
    static LocalDate nearest(String monthAndDay, LocalDate known) throws BadValue {
        int month = number(monthAndDay, 0, 2);
        int day = number(monthAndDay, 2, 4);
        Optional<LocalDate> nearest = Optional.empty();
        for (int year = known.getYear() - 1; year <= known.getYear() + 1; year++) {
            Optional<LocalDate> candidate = existing(year, month, day);
            if (candidate.isPresent() && (nearest.isEmpty() || isNearer(candidate.get(), nearest.get(), known))) {
                nearest = candidate;
            }
        }
        return nearest.orElseThrow(() -> unreadable(monthAndDay, "MMDD"));
    }

    private static boolean isNearer(LocalDate one, LocalDate other, LocalDate known) {
        return Math.abs(one.toEpochDay() - known.toEpochDay()) < Math.abs(other.toEpochDay() - known.toEpochDay());
    }

    private static int century(int year) {
        return year < 0 ? year : year + (year < LAST_CENTURY ? 2000 : 1900);
    }

    private static LocalDate day(int year, int month, int day, String text, String form) throws BadValue {
        if (year < YEAR_MIN || year > YEAR_MAX) {
            throw unreadable(text, form + ", a day between " + YEAR_MIN + " and " + YEAR_MAX);
        }
        return existing(year, month, day).orElseThrow(() -> unreadable(text, form + ", a day of the calendar"));
    }

    private static Optional<LocalDate> existing(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** -1 where it is not all ASCII digits, which no day has. */
    private static int number(String text, int from, int to) {
        if (text.length() < to) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }

    private static BadValue unreadable(String text, String expected) {
        return new BadValue("«" + BankText.shown(text) + "» is no date, expected " + expected);
    }
}
