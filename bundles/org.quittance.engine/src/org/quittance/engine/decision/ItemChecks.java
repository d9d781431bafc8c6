package org.quittance.engine.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.interest.MissingRate;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.ledger.StepRecord.Outcome;
import org.quittance.api.model.Medium;
import org.quittance.api.model.SendingEvidence;
import org.quittance.service.decision.Reason;
import org.quittance.service.policy.PolicyStep;
import org.quittance.service.policy.PolicyStep.Kind;

/** What can be said about one item without looking at the debtor's others; see the package for the order. */
final class ItemChecks {

    private final Facts facts;
    private final Charges charges;
    private final @Nullable List<Medium>[] mediaOfStep;
    private @Nullable List<Medium> mediaOfReminders;

    @SuppressWarnings("unchecked")
    ItemChecks(Facts facts, Charges charges) {
        this.facts = facts;
        this.charges = charges;
        this.mediaOfStep = new List[facts.ladder.size()];
    }

    /** Answers for the item, or leaves it undecided when something may go out for it today. */
    void check(ItemState state) {
        state.next = facts.ladder.next(state, facts);
        if (!facts.today.isAfter(state.item.dueDate())) {
            state.broken = null;
        }
        if (isStopped(state)) {
            return;
        }
        if (state.broken != null) {
            checkWays(state, mediaOfReminders());
            return;
        }
        if (state.next == facts.ladder.size()) {
            state.because(Reason.LADDER_DONE).detail(lastTaken(state)).give();
            return;
        }
        PolicyStep step = facts.ladder.step(state.next);
        if (!isDue(state, step) || !meetsTheStep(state, step)) {
            return;
        }
        if (step.kind().reachesDebtor()) {
            checkWays(state, mediaOf(state.next));
        } else if (facts.isBankDataOld) {
            bankDataOld(state);
        }
        if (!state.isDecided() && step.kind() == Kind.FORMAL_NOTICE) {
            checkRate(state, step);
        }
    }

    List<Medium> mediaOf(int index) {
        List<Medium> media = mediaOfStep[index];
        if (media == null) {
            media = Reachability.media(facts.ladder.step(index), facts);
            mediaOfStep[index] = media;
        }
        return media;
    }

    List<Medium> mediaOfReminders() {
        List<Medium> media = mediaOfReminders;
        if (media == null) {
            media = Reachability.ofReminders(facts);
            mediaOfReminders = media;
        }
        return media;
    }

    private boolean isStopped(ItemState state) {
        LocalDate settled = state.settledOn;
        StepRecord onItsWay = state.onItsWay;
        Hold hold = state.hold;
        CommitmentVerdict commitment = state.commitment;
        if (facts.history.awayAt().isPresent()) {
            state.because(Reason.AWAY).detail(facts.history.awayAt().get()).give();
        } else if (settled != null && !settled.isAfter(facts.today)) {
            state.because(Reason.UNDECIDED).date(settled).detail("settled").give();
        } else if (onItsWay != null) {
            onItsWay(state, onItsWay);
        } else if (!state.unmapped.isEmpty()) {
            state.because(Reason.POLICY_UNMAPPED).detail(state.unmapped).give();
        } else if (hold != null && hold.isWriteOff()) {
            state.because(Reason.WRITTEN_OFF).date(hold.from()).give();
        } else if (hold != null) {
            AnswerDraft draft =
                    withStep(state, Reason.ON_HOLD).date(hold.until()).detail(hold.reason());
            hold.until().ifPresent(until -> draft.next(until.plusDays(1)));
            draft.give();
        } else if (state.isFullyDisputed()) {
            disputed(state);
        } else if (commitment != null) {
            committed(state, commitment);
        } else if (Evidence.strongest(state.item, facts).isEmpty()) {
            withStep(state, Reason.NO_EVIDENCE).give();
        }
        return state.isDecided();
    }

    private void onItsWay(ItemState state, StepRecord step) {
        int index = facts.ladder.indexOf(step.step());
        boolean task = index >= 0 && !facts.ladder.step(index).kind().reachesDebtor();
        Reason reason = step.outcome() == Outcome.UNKNOWN
                ? Reason.MESSAGE_UNKNOWN
                : task ? Reason.TASK_OPEN : Reason.MESSAGE_LIVE;
        AnswerDraft draft = state.because(reason).step(step.step()).date(step.on());
        step.message().ifPresent(message -> draft.detail(message.value()));
        if (task && facts.ladder.step(index).expiresAfterDays() > 0) {
            LocalDate lastDay = HistoryReading.lastDay(facts.ladder.step(index), step.on(), facts.days);
            draft.date(lastDay).next(lastDay.plusDays(1));
        }
        draft.give();
    }

    private void disputed(ItemState state) {
        AnswerDraft draft = withStep(state, Reason.DISPUTED).amount(state.item.open());
        var dispute = state.dispute;
        var givenUp = state.givenUp;
        if (dispute == null && givenUp != null && state.item.disputed().isZero()) {
            Reason reason = givenUp.kind() == Goodwill.Kind.RELEASE ? Reason.RELEASED : Reason.GIVEN_UP;
            withStep(state, reason)
                    .amount(state.item.open())
                    .date(givenUp.decidedOn().orElse(givenUp.proposedOn()))
                    .detail(givenUp.id())
                    .give();
            return;
        }
        if (dispute != null) {
            draft.date(dispute.openedOn()).detail(dispute.reason());
        }
        draft.give();
    }

    private void committed(ItemState state, CommitmentVerdict verdict) {
        if (verdict.status() == CommitmentVerdict.Status.UNDECIDED) {
            withStep(state, Reason.COMMITMENT_UNDECIDED)
                    .date(verdict.instalment().on())
                    .amount(verdict.instalment().amount())
                    .detail(verdict.why())
                    .give();
            return;
        }
        Reason reason = switch (verdict.commitment().kind()) {
            case PROMISE -> Reason.PROMISE_RUNNING;
            case PLAN -> Reason.PLAN_RUNNING;
            case SETTLEMENT -> Reason.SETTLEMENT_RUNNING;
        };
        withStep(state, reason)
                .date(verdict.instalment().on())
                .amount(verdict.instalment().amount())
                .next(verdict.tellableAfter().plusDays(1))
                .give();
    }

    private boolean isDue(ItemState state, PolicyStep step) {
        LocalDate due = facts.ladder.dueDay(state, state.next);
        if (!due.isAfter(facts.today)) {
            return true;
        }
        LocalDate byAge = facts.ladder.byAge(state, state.next);
        LocalDate last = state.lastSentOn();
        AnswerDraft draft =
                state.because(byAge.isAfter(facts.today) || last == null ? Reason.NOT_YET : Reason.STEP_GAP);
        if (last == null) {
            draft.date(state.item.dueDate());
        } else {
            draft.date(last).detail(lastSent(state));
        }
        draft.step(step.id()).next(earliest(state, step, due)).give();
        return false;
    }

    /** Not before the debtor's gap is over and not on a day on which nothing leaves. */
    private LocalDate earliest(ItemState state, PolicyStep step, LocalDate due) {
        Lane lane = Lane.of(step.kind());
        LocalDate gapEnd = state.group.gapEnd(lane, facts);
        return facts.days.firstOpen(lane, gapEnd != null && gapEnd.isAfter(due) ? gapEnd : due);
    }

    private boolean meetsTheStep(ItemState state, PolicyStep step) {
        Optional<SendingEvidence> evidence = Evidence.strongest(state.item, facts);
        if (evidence.isPresent() && !evidence.get().grade().isAtLeast(step.evidence())) {
            withStep(state, Reason.EVIDENCE_TOO_WEAK)
                    .date(evidence.get().sentOn())
                    .detail(step.evidence().name())
                    .give();
            return false;
        }
        int needed = step.kind() == Kind.FORMAL_NOTICE ? Math.max(1, step.remindersBefore()) : step.remindersBefore();
        if (state.reminders < needed) {
            withStep(state, Reason.REMINDERS_MISSING)
                    .detail(state.reminders + "/" + needed)
                    .give();
            return false;
        }
        if (step.kind() == Kind.HANDOVER && state.noticeOn == null) {
            withStep(state, Reason.REMINDERS_MISSING)
                    .detail(Kind.FORMAL_NOTICE.name())
                    .give();
            return false;
        }
        return true;
    }

    private void checkWays(ItemState state, List<Medium> media) {
        if (facts.isBankDataOld) {
            bankDataOld(state);
        } else if (media.isEmpty()) {
            withStep(state, Reason.UNREACHABLE).give();
        }
    }

    private void bankDataOld(ItemState state) {
        withStep(state, Reason.BANK_DATA_OLD)
                .date(facts.situation.paymentsKnownUntil())
                .give();
    }

    private void checkRate(ItemState state, PolicyStep step) {
        if (!step.charges().contains(ChargeKind.INTEREST)) {
            return;
        }
        Optional<MissingRate> missing = charges.missingRate(state);
        if (missing.isPresent()) {
            withStep(state, Reason.RATE_MISSING)
                    .date(missing.get().since())
                    .detail(missing.get().period())
                    .give();
        }
    }

    /** The answer names the step a message about a broken commitment would have, or else the item's next. */
    private AnswerDraft withStep(ItemState state, Reason reason) {
        AnswerDraft draft = state.because(reason);
        return state.next < facts.ladder.size()
                ? draft.step(facts.ladder.step(state.next).id())
                : draft;
    }

    private String lastSent(ItemState state) {
        LocalDate told = state.toldOn;
        return told != null && told.equals(state.lastSentOn()) || state.sentIndex < 0
                ? Ladder.BROKEN_PROMISE
                : facts.ladder.step(state.sentIndex).id();
    }

    private String lastTaken(ItemState state) {
        return state.taken < 0 ? "" : facts.ladder.step(state.taken).id();
    }
}
