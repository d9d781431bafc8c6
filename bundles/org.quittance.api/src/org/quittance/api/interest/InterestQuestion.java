package org.quittance.api.interest;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.quittance.api.model.Money;

/**
 * One principal, unchanged over a time of delay.
 *
 * @param principal positive
 * @param delaySince the first day of delay of the claim, which regimes with a frozen rate look at
 * @param from first day to count, inclusive, not before {@code delaySince}
 * @param to last day to count, inclusive, not before {@code from}
 */
public record InterestQuestion(Money principal, LocalDate delaySince, LocalDate from, LocalDate to) {

    public InterestQuestion {
        requireNonNull(principal, "principal");
        requireNonNull(delaySince, "delaySince");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (!principal.isPositive()) {
            throw new IllegalArgumentException("principal is " + principal + ", interest runs on a positive amount");
        }
        if (from.isBefore(delaySince) || to.isBefore(from)) {
            throw new IllegalArgumentException("days out of order: " + delaySince + ", " + from + ", " + to);
        }
    }
}
