package org.quittance.api.interest;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Days under one yearly rate.
 *
 * @param name such as {@code 2026-S2} or {@code 2026}
 * @param first inclusive
 * @param last inclusive
 * @param rate yearly, in percent
 * @param validated whether a lawyer confirmed the reference rate
 */
public record RatePeriod(String name, LocalDate first, LocalDate last, BigDecimal rate, boolean validated) {

    public RatePeriod {
        requireNonNull(name, "name");
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        requireNonNull(rate, "rate");
    }
}
