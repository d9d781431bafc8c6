package org.quittance.document.dossier;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.interest.InterestAnswer;
import org.quittance.api.interest.InterestQuestion;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;

/**
 * Charges by the regimes that are installed. Interest runs from the day after the due date, for a consumer from the day
 * after a formal notice (C. civ. 1231-6, 1344-1), on what was open at the time; the day money counts from is the last day it
 * was still owed.
 */
@Component
public final class RegimeChargeBook implements ChargeBook {

    private final List<InterestRegime> regimes = new CopyOnWriteArrayList<>();

    @Activate
    public RegimeChargeBook() {}

    @Override
    public Charges charges(Case whose, OpenItem item, Money undisputed) {
        Optional<InterestRegime> law = regimes.stream()
                .filter(regime -> regime.governs(
                        whose.creditor().address().country(), whose.debtor().kind()))
                .findFirst();
        Money none = Money.zero(undisputed.currency());
        if (law.isEmpty()) {
            return new Charges(List.of(), none, Optional.empty());
        }
        InterestRegime regime = law.get();
        Money indemnity = Optional.of(regime)
                .filter(titled -> titled.titles().contains(ChargeKind.INDEMNITY))
                .flatMap(titled -> titled.indemnity(undisputed, item.dueDate()))
                .filter(amount -> amount.currency().equals(none.currency()))
                .orElse(none);
        LocalDate since = delaySince(whose, item, regime);
        if (since == null || whose.asOf().isBefore(since)) {
            return new Charges(List.of(), indemnity, Optional.empty());
        }
        Walk walk = new Walk(regime, since, whose.asOf());
        walk.over(item.allocations(), undisputed);
        return new Charges(walk.segments, indemnity, walk.gap);
    }

    private static @Nullable LocalDate delaySince(Case whose, OpenItem item, InterestRegime regime) {
        boolean consumer = whose.debtor().kind() == DebtorKind.CONSUMER;
        if (!regime.titles().contains(ChargeKind.INTEREST)
                || consumer && whose.noticeOn().isEmpty()) {
            return null;
        }
        LocalDate start = consumer ? whose.noticeOn().get() : item.dueDate();
        return start.plusDays(1);
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC, policyOption = GREEDY)
    public void addRegime(InterestRegime regime) {
        regimes.add(regime);
    }

    public void removeRegime(InterestRegime regime) {
        regimes.remove(regime);
    }

    /** Goes over the time of delay, payment by payment. Not for several threads. */
    private static final class Walk {

        private final InterestRegime regime;
        private final LocalDate since;
        private final LocalDate asOf;
        private final List<InterestSegment> segments = new ArrayList<>();
        private LocalDate from;
        private Optional<Gap> gap = Optional.empty();

        Walk(InterestRegime regime, LocalDate since, LocalDate asOf) {
            this.regime = regime;
            this.since = since;
            this.asOf = asOf;
            this.from = since;
        }

        void over(List<Allocation> allocations, Money stillOwed) {
            List<Allocation> payments = new ArrayList<>(allocations);
            payments.sort(Comparator.comparing(Allocation::valueDate));
            Money principal = stillOwed;
            for (Allocation payment : payments) {
                principal = principal.plus(payment.amount());
            }
            for (Allocation payment : payments) {
                through(payment.valueDate(), principal);
                principal = principal.minus(payment.amount());
            }
            through(asOf, principal);
        }

        private void through(LocalDate last, Money principal) {
            LocalDate end = last.isAfter(asOf) ? asOf : last;
            if (gap.isPresent() || end.isBefore(from)) {
                return;
            }
            if (principal.isPositive()) {
                InterestAnswer answer = regime.interest(new InterestQuestion(principal, since, from, end));
                segments.addAll(answer.segments());
                gap = answer.missing().map(missing -> new Gap(missing.period(), missing.since()));
            }
            from = end.plusDays(1);
        }
    }
}
