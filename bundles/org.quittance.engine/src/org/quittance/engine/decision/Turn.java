package org.quittance.engine.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.service.decision.PlannedMessage;
import org.quittance.service.decision.Reason;
import org.quittance.service.policy.PolicyStep;
import org.quittance.service.policy.PolicyStep.Kind;

/** Whose turn it is among the items of one currency and lane that something may go out for today. */
final class Turn {

    static final Comparator<ItemState> OLDEST_FIRST = Comparator.<ItemState, LocalDate>comparing(
                    state -> state.item.dueDate())
            .thenComparing(state -> state.item.key());

    private final Facts facts;
    private final CurrencyGroup group;
    private final Lane lane;
    private final Charges charges;
    private final MessageDraft drafts;
    private final List<PlannedMessage> messages;

    Turn(
            Facts facts,
            CurrencyGroup group,
            Lane lane,
            Charges charges,
            MessageDraft drafts,
            List<PlannedMessage> messages) {
        this.facts = facts;
        this.group = group;
        this.lane = lane;
        this.charges = charges;
        this.drafts = drafts;
        this.messages = messages;
    }

    /**
     * Answers for every candidate. When what comes first turns out to need nothing, being covered or too little, the next
     * have their turn on the same day.
     */
    void take(List<ItemState> candidates) {
        List<OpenItem> credits = new ArrayList<>(group.credits);
        credits.sort(Imputations.OLDEST_FIRST);
        List<ItemState> waiting = new ArrayList<>(candidates);
        waiting.sort(OLDEST_FIRST);
        while (!waiting.isEmpty()) {
            List<ItemState> chosen = chosen(waiting);
            Netting netting = Netting.of(chosen, credits, charges);
            netting.covered().forEach(this::covered);
            if (!netting.claimed().isEmpty() && !isTooLittle(netting)) {
                List<ItemState> others = undecided(waiting);
                if (isOpenToday(others)) {
                    go(netting, others);
                }
                return;
            }
            waiting = undecided(waiting);
        }
    }

    /**
     * A message about a broken commitment goes alone, so does a formal notice; otherwise everything late goes at the highest
     * step. What is not due yet is never listed among what is late.
     */
    private List<ItemState> chosen(List<ItemState> waiting) {
        List<ItemState> broken = new ArrayList<>();
        int highest = -1;
        for (ItemState state : waiting) {
            if (state.broken != null) {
                broken.add(state);
            } else {
                highest = Math.max(highest, state.next);
            }
        }
        if (!broken.isEmpty()) {
            return broken;
        }
        PolicyStep top = facts.ladder.step(highest);
        List<ItemState> chosen = new ArrayList<>();
        for (ItemState state : waiting) {
            if (top.kind() == Kind.FORMAL_NOTICE ? state.next == highest : goesWith(state, top)) {
                chosen.add(state);
            }
        }
        return chosen;
    }

    private boolean goesWith(ItemState state, PolicyStep top) {
        PolicyStep step = facts.ladder.step(state.next);
        return step.kind() != Kind.FORMAL_NOTICE && (!step.isBeforeDue() || top.isBeforeDue());
    }

    private void covered(ItemState state, String credits) {
        state.because(Reason.COVERED_BY_CREDIT)
                .step(stepId(state))
                .amount(state.claimed)
                .detail(credits)
                .give();
    }

    private boolean isTooLittle(Netting netting) {
        Money zero = Money.zero(group.currency);
        Money minimum = facts.policy.minimumOpen().getOrDefault(group.currency, zero);
        if (netting.principal(zero).compareTo(minimum) >= 0) {
            return false;
        }
        for (ItemState state : netting.claimed()) {
            state.because(Reason.BELOW_MINIMUM)
                    .step(stepId(state))
                    .amount(minimum)
                    .give();
        }
        return true;
    }

    /** Whether the lane is free today; else everybody waits for the same reason. */
    private boolean isOpenToday(List<ItemState> waiting) {
        StepRecord live = group.live(lane);
        LocalDate gapEnd = group.gapEnd(lane, facts);
        LocalDate last = group.lastOn(lane);
        if (live != null) {
            waiting.forEach(state -> nextTurn(state, live.on(), live));
            return false;
        }
        if (last != null && gapEnd != null && gapEnd.isAfter(facts.today)) {
            waiting.forEach(state -> state.because(Reason.DEBTOR_GAP)
                    .step(stepId(state))
                    .date(last)
                    .next(facts.days.firstOpen(lane, gapEnd))
                    .give());
            return false;
        }
        if (!facts.days.isOpen(lane, facts.today)) {
            LocalDate next = facts.days.firstOpen(lane, facts.today);
            Reason reason = facts.days.isBusinessDay(lane, facts.today) ? Reason.OUTSIDE_WINDOW : Reason.NO_SENDING_DAY;
            waiting.forEach(state -> state.because(reason)
                    .step(stepId(state))
                    .date(facts.today)
                    .next(next)
                    .give());
            return false;
        }
        return true;
    }

    private void go(Netting netting, List<ItemState> others) {
        PlannedMessage message = drafts.message(netting, group.currency);
        messages.add(message);
        for (ItemState state : netting.claimed()) {
            boolean own =
                    state.broken != null || stepId(state).equals(message.step().id());
            AnswerDraft draft = state.because(own ? Reason.ACT : Reason.ACT_LISTED)
                    .step(stepId(state))
                    .amount(state.claimed)
                    .next(facts.today);
            if (!own) {
                draft.detail(message.step().id());
            } else if (message.step().kind() == Kind.HANDOVER && facts.isPublic()) {
                draft.detail("PUBLIC");
            }
            draft.give();
        }
        for (ItemState state : others) {
            if (!state.isDecided()) {
                nextTurn(state, facts.today, null);
            }
        }
    }

    private void nextTurn(ItemState state, LocalDate date, @Nullable StepRecord live) {
        AnswerDraft draft = state.because(Reason.NEXT_TURN).step(stepId(state)).date(date);
        if (live != null) {
            live.message().ifPresent(message -> draft.detail(message.value()));
        } else {
            draft.next(facts.days.firstOpen(lane, facts.today.plusDays(facts.debtorGapDays())));
        }
        draft.give();
    }

    private String stepId(ItemState state) {
        CommitmentVerdict broken = state.broken;
        return broken != null
                ? Ladder.brokenPromise(broken.commitment())
                : facts.ladder.step(state.next).id();
    }

    private static List<ItemState> undecided(List<ItemState> states) {
        List<ItemState> undecided = new ArrayList<>();
        for (ItemState state : states) {
            if (!state.isDecided()) {
                undecided.add(state);
            }
        }
        return undecided;
    }
}
