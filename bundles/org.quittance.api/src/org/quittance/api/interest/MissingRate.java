package org.quittance.api.interest;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A period without a published rate. Nothing is computed for its days.
 *
 * @param period its name, such as {@code 2027-S1}
 * @param since the first day without a rate
 */
public record MissingRate(String period, LocalDate since) {

    public MissingRate {
        requireNonNull(period, "period");
        requireNonNull(since, "since");
    }
}
