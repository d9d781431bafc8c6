package org.quittance.api.interest;

import java.time.LocalDate;
import java.time.YearMonth;

/** How a payment term is counted from the day it starts on. */
public enum TermMethod {
    DAYS,
    /** The days first, then the end of the month they end in. */
    DAYS_THEN_END_OF_MONTH,
    /** The end of the month first, then the days. */
    END_OF_MONTH_THEN_DAYS;

    /** The last day to pay. */
    public LocalDate due(LocalDate from, int days) {
        return switch (this) {
            case DAYS -> from.plusDays(days);
            case DAYS_THEN_END_OF_MONTH -> YearMonth.from(from.plusDays(days)).atEndOfMonth();
            case END_OF_MONTH_THEN_DAYS -> YearMonth.from(from).atEndOfMonth().plusDays(days);
        };
    }
}
