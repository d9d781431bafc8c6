package org.quittance.api.interest;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The segments that could be computed.
 *
 * @param segments in order of time, without gap or overlap, up to the last day with a known rate
 * @param missing what stopped the computation before the asked day; empty when everything is known
 */
public record InterestAnswer(List<InterestSegment> segments, Optional<MissingRate> missing) {

    public InterestAnswer {
        segments = List.copyOf(segments);
        requireNonNull(missing, "missing");
    }

    /**
     * A period without a published rate.
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
}
