package org.quittance.api.interest;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How days of delay are counted and how many make a year. */
public enum DayCount {
    /** Calendar days over 365, in leap years too. */
    ACT_365F,
    /** Calendar days over 365 or 366, by the year they lie in. */
    ACT_ACT,
    /** Months of 30 days and a year of 360; the 31st counts as the 30th. */
    THIRTY_360;

    /** Days from one to the other, both counted. */
    public int days(LocalDate from, LocalDate to) {
        return this == THIRTY_360
                ? Math.toIntExact(ordinal360(to) - ordinal360(from.minusDays(1)))
                : Math.toIntExact(ChronoUnit.DAYS.between(from, to) + 1);
    }

    /** As the command line writes it: {@code act365f}, {@code act-act}, {@code 30-360}. */
    public String code() {
        return switch (this) {
            case ACT_365F -> "act365f";
            case ACT_ACT -> "act-act";
            case THIRTY_360 -> "30-360";
        };
    }

    private static long ordinal360(LocalDate day) {
        return 360L * day.getYear() + 30L * day.getMonthValue() + Math.min(day.getDayOfMonth(), 30);
    }
}
