package org.quittance.engine.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Commitment.Instalment;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.ledger.ItemLife;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.engine.decision.CommitmentVerdict.Status;

/** Finds commitments running, kept or broken, and the items they stop or return to the ladder. */
final class Commitments {

    private final Facts facts;
    private final Map<ItemKey, @Nullable ItemState> states;
    private final List<CurrencyGroup> groups;
    private final Imputations imputations;
    private final Releases releases;
    private final List<Goodwill> released = new ArrayList<>(0);

    Commitments(
            Facts facts,
            Map<ItemKey, @Nullable ItemState> states,
            List<CurrencyGroup> groups,
            Imputations imputations) {
        this.facts = facts;
        this.states = states;
        this.groups = groups;
        this.imputations = imputations;
        this.releases = new Releases(facts);
    }

    /** Marks the states; returns commitments that changed, in their new state. */
    List<Commitment> decide() {
        List<Commitment> changed = new ArrayList<>();
        imputeInterest();
        for (Commitment commitment : facts.history.commitments()) {
            if (commitment.state() == Commitment.State.LIVE || commitment.state() == Commitment.State.BROKEN) {
                CommitmentVerdict verdict = judge(commitment);
                // what was found broken and paid since stays broken for the score, but nobody is told off for it
                boolean over = commitment.state() == Commitment.State.BROKEN && verdict.status() != Status.BROKEN;
                release(commitment, verdict);
                for (ItemState state : covered(commitment)) {
                    state.answered(commitment.madeOn());
                    if (!over) {
                        mark(state, verdict);
                    }
                }
                changed(commitment, verdict.status()).ifPresent(changed::add);
            }
        }
        for (Commitment kept : facts.history.keptSettlements()) {
            CommitmentVerdict verdict = judge(kept);
            if (verdict.status() != Status.KEPT) {
                takenBack(kept, verdict).ifPresent(changed::add);
            }
        }
        return changed;
    }

    /** In the order in which they were agreed: money that would pay the interest of two plans pays that of the elder. */
    private void imputeInterest() {
        facts.history.commitments().stream()
                .filter(commitment -> commitment.interest().isPositive() && !isSomethingAbsent(commitment))
                .sorted(Comparator.comparing(Commitment::madeOn).thenComparing(Commitment::id))
                .forEach(commitment -> imputations.find(commitment, openOf(commitment)));
    }

    /** The money a settlement was kept with went back: it is judged again as if it had never come. */
    private Optional<Commitment> takenBack(Commitment kept, CommitmentVerdict verdict) {
        boolean told = verdict.status() != Status.UNDECIDED;
        if (told) {
            released.addAll(releases.cancel(kept, states));
        }
        for (ItemState state : covered(kept)) {
            if (state.claimed.isPositive()) {
                state.answered(kept.madeOn());
                mark(state, verdict);
            }
        }
        return told
                ? Optional.of(
                        kept.in(verdict.status() == Status.BROKEN ? Commitment.State.BROKEN : Commitment.State.LIVE))
                : Optional.empty();
    }

    private void mark(ItemState state, CommitmentVerdict verdict) {
        switch (verdict.status()) {
            case RUNNING -> state.commitment = verdict;
            case UNDECIDED -> {
                if (state.commitment == null) {
                    state.commitment = verdict;
                }
            }
            case BROKEN -> broken(state, verdict);
            case KEPT -> {}
        }
    }

    /** Of several broken ones the newest is told, and only once. */
    private void broken(ItemState state, CommitmentVerdict verdict) {
        if (wasTold(state.item.key(), Ladder.brokenPromise(verdict.commitment()))) {
            return;
        }
        CommitmentVerdict other = state.broken;
        if (other == null
                || !other.commitment().madeOn().isAfter(verdict.commitment().madeOn())) {
            state.broken = verdict;
        }
    }

    private boolean wasTold(ItemKey item, String step) {
        for (StepRecord taken : facts.history.steps()) {
            if (taken.step().equals(step)
                    && taken.item().equals(item)
                    && taken.outcome() != StepRecord.Outcome.NOT_DONE) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Commitment> changed(Commitment commitment, Status status) {
        if (commitment.state() != Commitment.State.LIVE || (status != Status.KEPT && status != Status.BROKEN)) {
            return Optional.empty();
        }
        return Optional.of(commitment.in(status == Status.KEPT ? Commitment.State.KEPT : Commitment.State.BROKEN));
    }

    private CommitmentVerdict judge(Commitment commitment) {
        List<Instalment> instalments = commitment.instalments();
        Instalment last = instalments.get(instalments.size() - 1);
        boolean absent = isSomethingAbsent(commitment);
        Money open = openOf(commitment);
        Money paid = commitment
                .openWhenMade()
                .minus(open)
                .plus(imputations.received(commitment))
                .minus(paidTooLate(commitment));
        Money agreed = commitment.openWhenMade().plus(commitment.interest());
        Money due = Money.zero(open.currency());
        for (Instalment instalment : instalments) {
            due = due.plus(instalment.amount());
            Money needed = due.min(agreed);
            if (absent || paid.compareTo(needed) < 0) {
                return judgeUnpaid(commitment, instalment, absent, needed.minus(paid));
            }
        }
        return verdict(commitment, Status.KEPT, last, "");
    }

    /**
     * A settlement releases the rest only if it is paid by its date: money that counts from a later day, and was not travelling
     * then, is none of it. What the ledger keeps no days of counts as paid in time.
     */
    private Money paidTooLate(Commitment commitment) {
        Money late = Money.zero(commitment.openWhenMade().currency());
        if (commitment.kind() != Commitment.Kind.SETTLEMENT) {
            return late;
        }
        LocalDate lastDay = lastDay(commitment);
        if (commitment.state() == Commitment.State.LIVE && isSomethingSettledAfter(commitment, lastDay)) {
            return commitment.openWhenMade();
        }
        for (ItemState state : covered(commitment)) {
            for (Allocation allocation : state.item.allocations()) {
                if (allocation.valueDate().isAfter(lastDay)) {
                    late = late.plus(allocation.amount());
                }
            }
        }
        return late;
    }

    /** An item that was still owed on the last day; how much of it came before, the history does not keep. */
    private boolean isSomethingSettledAfter(Commitment commitment, LocalDate lastDay) {
        Map<ItemKey, ItemLife> lives = facts.history.lives();
        return commitment.items().stream()
                .filter(lives::containsKey)
                .flatMap(item -> lives.get(item).settledOn().stream())
                .anyMatch(day -> day.isAfter(lastDay));
    }

    /** The last day on which money for its last instalment may arrive. */
    private LocalDate lastDay(Commitment commitment) {
        List<Instalment> instalments = commitment.instalments();
        LocalDate on = instalments.get(instalments.size() - 1).on();
        return facts.days.plusBankDays(on, facts.policy.transitDays());
    }

    private void release(Commitment commitment, CommitmentVerdict verdict) {
        if (commitment.kind() == Commitment.Kind.SETTLEMENT
                && commitment.state() == Commitment.State.LIVE
                && verdict.status() == Status.KEPT) {
            released.addAll(releases.grant(commitment, covered(commitment)));
        }
    }

    /** What kept settlements release, and releases that fall, to be recorded. */
    List<Goodwill> released() {
        return released;
    }

    private CommitmentVerdict judgeUnpaid(Commitment commitment, Instalment instalment, boolean absent, Money lacking) {
        LocalDate tellableAfter = facts.days.plusBankDays(instalment.on(), facts.policy.transitDays());
        if (!facts.today.isAfter(tellableAfter)) {
            return verdict(commitment, Status.RUNNING, instalment, "");
        }
        if (absent) {
            return verdict(commitment, Status.UNDECIDED, instalment, CommitmentVerdict.ABSENT);
        }
        Optional<LocalDate> known = facts.situation.paymentsKnownUntil();
        if (known.isEmpty() || known.get().isBefore(tellableAfter)) {
            return verdict(commitment, Status.UNDECIDED, instalment, CommitmentVerdict.BANK);
        }
        if (creditsSince(commitment).compareTo(lacking) >= 0) {
            return verdict(commitment, Status.UNDECIDED, instalment, CommitmentVerdict.CREDIT);
        }
        return verdict(commitment, Status.BROKEN, instalment, "");
    }

    private CommitmentVerdict verdict(Commitment commitment, Status status, Instalment instalment, String why) {
        return new CommitmentVerdict(
                commitment,
                status,
                instalment,
                facts.days.plusBankDays(instalment.on(), facts.policy.transitDays()),
                why);
    }

    /**
     * What was paid of agreed interest is interest paid on the invoices of the plan: the law gives no second one for the same days.
     * The oldest comes first.
     */
    void agreedInterest(Charges charges, PaidCharges paid) {
        List<Commitment> plans = new ArrayList<>(facts.history.commitments());
        plans.addAll(facts.history.keptSettlements());
        for (Commitment plan : plans) {
            Money left = imputations.received(plan);
            List<ItemState> invoices = left.isPositive() ? covered(plan) : new ArrayList<>(0);
            invoices.sort(Turn.OLDEST_FIRST);
            for (ItemState state : invoices) {
                Money part = charges.unpaidInterest(state).min(left);
                if (part.isPositive()) {
                    paid.agreed(state.item.key(), part);
                    left = left.minus(part);
                }
            }
        }
    }

    /** The open invoices it covers. */
    private List<ItemState> covered(Commitment commitment) {
        List<ItemState> covered = new ArrayList<>();
        for (CurrencyGroup group : groups) {
            for (ItemState state : group.invoices) {
                if (covers(commitment, state)) {
                    covered.add(state);
                }
            }
        }
        return covered;
    }

    private static boolean covers(Commitment commitment, ItemState state) {
        if (!commitment.items().isEmpty()) {
            return commitment.items().contains(state.item.key());
        }
        return state.group.currency.equals(commitment.openWhenMade().currency())
                && !state.item.issueDate().isAfter(commitment.madeOn());
    }

    private Money openOf(Commitment commitment) {
        Money open = Money.zero(commitment.openWhenMade().currency());
        for (ItemState state : covered(commitment)) {
            if (state.group.currency.equals(open.currency())) {
                open = open.plus(state.item.open());
            }
        }
        return open;
    }

    /**
     * Whether an item it covers is neither open nor known to be settled. A commitment over everything does not name its items;
     * then every item something was ever sent about has to be accounted for.
     */
    private boolean isSomethingAbsent(Commitment commitment) {
        if (!commitment.items().isEmpty()) {
            return commitment.items().stream().anyMatch(this::isAbsent);
        }
        return facts.history.steps().stream().anyMatch(step -> isAbsent(step.item()));
    }

    private boolean isAbsent(ItemKey item) {
        if (states.containsKey(item)) {
            return false;
        }
        Map<ItemKey, ItemLife> lives = facts.history.lives();
        return !lives.containsKey(item) || lives.get(item).settledOn().isEmpty();
    }

    private boolean isInTime(Commitment commitment, OpenItem credit) {
        return commitment.kind() != Commitment.Kind.SETTLEMENT
                || !credit.issueDate().isAfter(lastDay(commitment));
    }

    /** Money and credit notes that came since it was made and are not allocated yet. */
    private Money creditsSince(Commitment commitment) {
        Money sum = Money.zero(commitment.openWhenMade().currency());
        for (CurrencyGroup group : groups) {
            if (group.currency.equals(sum.currency())) {
                for (OpenItem credit : group.credits) {
                    if (!credit.issueDate().isBefore(commitment.madeOn()) && isInTime(commitment, credit)) {
                        sum = sum.minus(credit.open());
                    }
                }
            }
        }
        return sum;
    }
}
