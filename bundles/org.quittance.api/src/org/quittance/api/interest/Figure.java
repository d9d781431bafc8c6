package org.quittance.api.interest;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A number of the law, with where it was read. A figure that no source supports is not computed with; one that no lawyer has
 * validated needs an approver's acknowledgement before an act based on it leaves the house.
 *
 * @param value percent, percentage points or an amount, as its place says
 * @param source what was read
 * @param checked the day on which it was read
 * @param sourced whether a source was read at all
 * @param validated whether a lawyer has confirmed it
 */
public record Figure(BigDecimal value, String source, LocalDate checked, boolean sourced, boolean validated) {

    public Figure {
        requireNonNull(value, "value");
        requireNonNull(source, "source");
        requireNonNull(checked, "checked");
        if (source.isBlank()) {
            throw new IllegalArgumentException("figure " + value + " has no source");
        }
    }
}
