package org.quittance.engine.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.interest.Compounding;
import org.quittance.api.interest.DayCount;
import org.quittance.api.interest.Imputation;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.interest.RegimeTerms;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.Money;
import org.quittance.service.claim.Circumstances;
import org.quittance.service.claim.Circumstances.Grace;
import org.quittance.service.claim.Claim;
import org.quittance.service.claim.Debt;

/**
 * Follows one debt from its due date to the day of the claim: interest up to each event, then the event. The day money counts
 * from still bears interest; the day a credit note takes effect no longer does.
 */
public final class DebtWalk implements Payable {

    private final Debt debt;
    private final InterestRegime regime;
    private final RegimeTerms terms;
    private final Circumstances circumstances;
    private final Imputation imputation;
    private final DayCount dayCount;
    private final Money zero;
    private final Accrual accrual;
    private final List<InterestSegment> segments = new ArrayList<>();
    private final List<Event> events;
    /** The last day that bears interest. */
    private final LocalDate last;
    /** The next day to count; null where no interest runs. */
    private @Nullable LocalDate next;

    private @Nullable LocalDate nextCapitalisation;
    private int eventsDone;
    private boolean isLate;

    private Money principal;
    private Money capitalised;
    private Money accrued;
    private Money indemnity;
    private Money fees;
    private Money costs;
    private Money overpaid;

    private record Event(LocalDate on, Money amount, boolean isPayment) {}

    public DebtWalk(InterestRegime regime, Debt debt, Circumstances circumstances) {
        this.debt = debt;
        this.regime = regime;
        this.terms = regime.terms();
        this.circumstances = circumstances;
        this.imputation = circumstances.imputation().orElse(terms.imputation());
        this.dayCount = circumstances.dayCount().orElse(terms.dayCount());
        this.zero = Money.zero(debt.principal().currency());
        this.principal = debt.principal();
        this.capitalised = zero;
        this.accrued = zero;
        this.indemnity = zero;
        this.fees = zero.plus(debt.agreedFees());
        this.costs = zero;
        this.overpaid = zero;
        for (Debt.Cost cost : debt.costs()) {
            costs = costs.plus(cost.amount());
        }
        LocalDate first = Warnings.firstDay(terms, debt, circumstances);
        this.next = first;
        this.last = circumstances
                .insolvencyOn()
                .map(opening -> opening.minusDays(1))
                .filter(day -> day.isBefore(circumstances.asOf()))
                .orElse(circumstances.asOf());
        Optional<BigDecimal> agreed = circumstances.contractRate();
        this.accrual = new Accrual(
                regime, first != null ? first : debt.dueDate(), dayCount, agreed.isPresent() ? agreed.get() : null);
        if (agreed.isEmpty() && circumstances.judgmentOn().isPresent()) {
            LocalDate enforceable = circumstances.judgmentOn().get();
            terms.judgmentPoints().ifPresent(points -> accrual.addPoints(points, points.firstDay(enforceable)));
        }
        this.nextCapitalisation = firstCapitalisation(first);
        this.events = events(debt, circumstances.asOf());
    }

    private static List<Event> events(Debt debt, LocalDate asOf) {
        List<Event> events = new ArrayList<>();
        for (Allocation note : debt.creditNotes()) {
            events.add(new Event(note.valueDate(), note.amount(), false));
        }
        for (Allocation payment : debt.payments()) {
            events.add(new Event(payment.valueDate(), payment.amount(), true));
        }
        events.removeIf(event -> event.on().isAfter(asOf));
        events.sort(Comparator.comparing(Event::on).thenComparing(Event::isPayment));
        return events;
    }

    /** The first day on which interest of a whole period turns into principal; null for never. */
    private @Nullable LocalDate firstCapitalisation(@Nullable LocalDate first) {
        if (first == null || terms.compounding() == Compounding.FORBIDDEN) {
            return null;
        }
        LocalDate wholePeriod = first.plusMonths(terms.compoundingMonths());
        if (terms.compounding() == Compounding.AUTOMATIC) {
            return wholePeriod;
        }
        Optional<LocalDate> asked = circumstances.capitaliseFrom();
        if (asked.isEmpty()) {
            return null;
        }
        return asked.get().isAfter(wholePeriod) ? asked.get() : wholePeriod;
    }

    /** Interest and events up to a day, both inclusive. */
    void through(LocalDate day) {
        while (eventsDone < events.size() && !events.get(eventsDone).on().isAfter(day)) {
            Event event = events.get(eventsDone);
            eventsDone++;
            becomeLate(event.on());
            if (event.isPayment()) {
                count(event.on());
                pay(event.amount());
            } else {
                count(event.on().minusDays(1));
                reduce(event.amount());
            }
        }
        becomeLate(day);
        count(day);
    }

    /** The fixed indemnity is due once anything is open after the due date. */
    private void becomeLate(LocalDate day) {
        if (isLate || !day.isAfter(debt.dueDate())) {
            return;
        }
        isLate = true;
        boolean isBarred = circumstances
                .insolvencyOn()
                .map(opening -> !debt.dueDate().isBefore(opening))
                .orElse(false);
        if (principal.isPositive() && !isBarred && regime.titles().contains(ChargeKind.INDEMNITY)) {
            indemnity = terms.indemnity(debt.principal(), debt.dueDate()).orElse(zero);
        }
    }

    private void count(LocalDate day) {
        LocalDate end = day.isBefore(last) ? day : last;
        LocalDate from = next;
        while (from != null && !from.isAfter(end) && accrual.missing().isEmpty()) {
            LocalDate capitalisation = nextCapitalisation;
            if (capitalisation != null && !from.isBefore(capitalisation)) {
                capitalised = capitalised.plus(accrued);
                accrued = zero;
                nextCapitalisation = capitalisation.plusMonths(terms.compoundingMonths());
                continue;
            }
            Grace grace = graceOn(from);
            LocalDate stop = grace == null || !grace.to().isBefore(end) ? stop(from, end) : stop(from, grace.to());
            Money base = principal.plus(capitalised);
            if (base.isPositive()) {
                accrued = accrued.plus(
                        grace == null ? accrual.add(base, from, stop, segments) : during(grace, base, from, stop));
            }
            from = stop.plusDays(1);
            next = from;
        }
    }

    private Money during(Grace grace, Money base, LocalDate from, LocalDate to) {
        return grace.yearlyPercent().isPresent()
                ? accrual.addAt(grace.yearlyPercent().get(), base, from, to, segments)
                : zero;
    }

    private @Nullable Grace graceOn(LocalDate day) {
        for (Grace grace : circumstances.grace()) {
            if (!day.isBefore(grace.from()) && !day.isAfter(grace.to())) {
                return grace;
            }
        }
        return null;
    }

    /** The last day before something changes. */
    private LocalDate stop(LocalDate from, LocalDate end) {
        LocalDate stop = end;
        LocalDate capitalisation = nextCapitalisation;
        if (capitalisation != null && !capitalisation.isAfter(stop)) {
            stop = capitalisation.minusDays(1);
        }
        for (Grace grace : circumstances.grace()) {
            if (grace.from().isAfter(from) && !grace.from().isAfter(stop)) {
                stop = grace.from().minusDays(1);
            }
        }
        return stop;
    }

    /** A credit note larger than the principal settles the rest like money. */
    private void reduce(Money amount) {
        Money off = amount.min(principal);
        principal = principal.minus(off);
        if (amount.compareTo(off) > 0) {
            pay(amount.minus(off));
        }
    }

    /** Settles in the order of imputation and keeps what is left as overpaid. */
    @Override
    public void pay(Money amount) {
        Money left = amount;
        if (imputation == Imputation.COSTS_FIRST) {
            left = payCosts(left);
        }
        left = imputation == Imputation.PRINCIPAL_FIRST
                ? payInterest(payPrincipal(left))
                : payPrincipal(payInterest(left));
        left = payCosts(left);
        Money ofFees = left.min(fees);
        fees = fees.minus(ofFees);
        left = left.minus(ofFees);
        Money ofIndemnity = left.min(indemnity);
        indemnity = indemnity.minus(ofIndemnity);
        overpaid = overpaid.plus(left.minus(ofIndemnity));
    }

    private Money payInterest(Money left) {
        Money ofAccrued = left.min(accrued);
        accrued = accrued.minus(ofAccrued);
        Money ofCapitalised = left.minus(ofAccrued).min(capitalised);
        capitalised = capitalised.minus(ofCapitalised);
        return left.minus(ofAccrued).minus(ofCapitalised);
    }

    private Money payPrincipal(Money left) {
        Money off = left.min(principal);
        principal = principal.minus(off);
        return left.minus(off);
    }

    private Money payCosts(Money left) {
        Money off = left.min(costs);
        costs = costs.minus(off);
        return left.minus(off);
    }

    @Override
    public LocalDate dueDate() {
        return debt.dueDate();
    }

    /** Everything owed after what was counted so far. */
    @Override
    public Money owed() {
        return principal
                .plus(capitalised)
                .plus(accrued)
                .plus(indemnity)
                .plus(fees)
                .plus(costs);
    }

    /** Follows the debt through the day; what the debtor has most interest to pay bears most. */
    @Override
    public BigDecimal rateOn(LocalDate day) {
        through(day);
        LocalDate from = next;
        if (from == null || day.isBefore(from) && segments.isEmpty()) {
            return BigDecimal.ZERO;
        }
        Grace grace = graceOn(day);
        return grace != null
                ? grace.yearlyPercent().orElse(BigDecimal.ZERO)
                : accrual.rateOn(day).orElse(BigDecimal.ZERO);
    }

    public Claim claim() {
        through(circumstances.asOf());
        return new Claim(
                debt.number(),
                principal,
                capitalised.plus(accrued),
                indemnity,
                fees,
                costs,
                overpaid,
                segments,
                dayCount,
                imputation,
                new Warnings(regime, debt, circumstances).all(overpaid),
                accrual.missing());
    }
}
