package org.quittance.api.interest;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * Points added to the rate when a judgment is not paid in time.
 *
 * @param points the percentage points
 * @param months after the day the judgment became enforceable
 */
public record JudgmentPoints(Figure points, int months, String article) {

    public JudgmentPoints {
        requireNonNull(points, "points");
        requireNonNull(article, "article");
    }

    /** The first day that bears them. */
    public LocalDate firstDay(LocalDate enforceable) {
        return enforceable.plusMonths(months).plusDays(1);
    }
}
