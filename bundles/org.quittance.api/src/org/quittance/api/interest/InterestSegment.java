package org.quittance.api.interest;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.quittance.api.model.Money;

/**
 * Days of delay under one rate on one principal.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive
 * @param days number of days as the day count counts them, both ends counted
 * @param rate yearly, in percent: 12.40
 * @param article the rule it rests on, such as {@code C. com. L441-10 II}
 * @param interest rounded once, HALF_UP
 * @param validated whether a lawyer confirmed every figure it rests on
 */
public record InterestSegment(
        LocalDate from,
        LocalDate to,
        int days,
        Money principal,
        BigDecimal rate,
        String article,
        Money interest,
        boolean validated) {

    public InterestSegment {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(principal, "principal");
        requireNonNull(rate, "rate");
        requireNonNull(article, "article");
        requireNonNull(interest, "interest");
    }

    /** A segment on figures that nobody has validated. */
    public InterestSegment(
            LocalDate from, LocalDate to, int days, Money principal, BigDecimal rate, String article, Money interest) {
        this(from, to, days, principal, rate, article, interest, false);
    }
}
