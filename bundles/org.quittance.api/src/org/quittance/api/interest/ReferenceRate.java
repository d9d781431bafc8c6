package org.quittance.api.interest;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * What an index stood at, on days for which that is known.
 *
 * @param index such as {@code ecb-mro}
 * @param from first day, inclusive
 * @param until last day for which it is known, inclusive; never a day in the future of {@link Figure#checked()} unless the
 *     index is fixed for a whole period in advance
 */
public record ReferenceRate(String index, LocalDate from, LocalDate until, Figure figure) {

    public ReferenceRate {
        requireNonNull(index, "index");
        requireNonNull(from, "from");
        requireNonNull(until, "until");
        requireNonNull(figure, "figure");
        if (index.isBlank()) {
            throw new IllegalArgumentException("a rate names its index");
        }
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(index + " from " + from + " until " + until + " has no day");
        }
    }

    boolean covers(String askedIndex, LocalDate day) {
        return index.equals(askedIndex) && !day.isBefore(from) && !day.isAfter(until) && figure.sourced();
    }
}
