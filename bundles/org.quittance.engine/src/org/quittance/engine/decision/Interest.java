package org.quittance.engine.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.interest.MissingRate;
import org.quittance.api.model.Money;
import org.quittance.service.claim.Claim;

/**
 * The interest of one item: the running total since the first day of delay.
 *
 * @param until the last day computed; empty where there is none
 */
record Interest(Money total, List<InterestSegment> segments, Optional<LocalDate> until, Optional<MissingRate> missing) {

    static Interest of(Claim claim) {
        List<InterestSegment> segments = claim.segments();
        Optional<LocalDate> until = segments.isEmpty()
                ? Optional.empty()
                : Optional.of(segments.get(segments.size() - 1).to());
        return new Interest(claim.interest(), segments, until, claim.missing());
    }

    static Interest none(Money inCurrencyOf) {
        return new Interest(Money.zero(inCurrencyOf.currency()), List.of(), Optional.empty(), Optional.empty());
    }
}
