package org.quittance.engine.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.interest.MissingRate;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.Money;
import org.quittance.engine.claim.Accrual;

/**
 * Interest on a principal that was larger before payments came. The day the money counts from is the last day it is still
 * owed, since interest runs to the day of payment inclusive.
 *
 * @param until the last day computed; empty where there is none
 */
record Interest(Money total, List<InterestSegment> segments, Optional<LocalDate> until, Optional<MissingRate> missing) {

    /**
     * @param still what is owed today
     * @param allocations what was taken off since, in any order
     * @param since first day of delay
     * @param to last day to count, inclusive; before {@code since} for no interest
     */
    static Interest of(
            InterestRegime regime, Money still, List<Allocation> allocations, LocalDate since, LocalDate to) {
        Run run = new Run(regime, since, to, Money.zero(still.currency()));
        List<Allocation> byDate = new ArrayList<>(allocations);
        byDate.sort(Comparator.comparing(Allocation::valueDate));
        Money principal = still;
        for (Allocation allocation : byDate) {
            principal = principal.plus(allocation.amount());
        }
        for (Allocation allocation : byDate) {
            run.through(allocation.valueDate(), principal);
            principal = principal.minus(allocation.amount());
        }
        run.through(to, principal);
        return run.result();
    }

    static Interest none(Money inCurrencyOf) {
        return new Interest(Money.zero(inCurrencyOf.currency()), List.of(), Optional.empty(), Optional.empty());
    }

    /** Walks over the time of delay and stops at the first day without a rate. */
    private static final class Run {

        private final Accrual accrual;
        private final LocalDate to;
        private final List<InterestSegment> segments = new ArrayList<>();
        private LocalDate from;
        private Money total;

        Run(InterestRegime regime, LocalDate since, LocalDate to, Money zero) {
            this.accrual = Accrual.statutory(regime, since);
            this.to = to;
            this.from = since;
            this.total = zero;
        }

        void through(LocalDate last, Money principal) {
            LocalDate end = last.isBefore(to) ? last : to;
            if (accrual.missing().isPresent() || end.isBefore(from)) {
                return;
            }
            if (principal.isPositive()) {
                total = total.plus(accrual.add(principal, from, end, segments));
            }
            from = end.plusDays(1);
        }

        Interest result() {
            Optional<LocalDate> until = segments.isEmpty()
                    ? Optional.empty()
                    : Optional.of(segments.get(segments.size() - 1).to());
            return new Interest(total, List.copyOf(segments), until, accrual.missing());
        }
    }
}
