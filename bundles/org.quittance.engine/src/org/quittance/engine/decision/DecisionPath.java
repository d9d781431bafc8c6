package org.quittance.engine.decision;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Medium;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.api.model.SendingEvidence;
import org.quittance.engine.words.AnswerText;
import org.quittance.engine.words.Values;
import org.quittance.engine.words.Words;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.DebtorPlan;
import org.quittance.service.decision.DebtorPosition;
import org.quittance.service.decision.Explanation;
import org.quittance.service.decision.PlannedItem;
import org.quittance.service.decision.PlannedMessage;
import org.quittance.service.decision.Reason;
import org.quittance.service.decision.Situation;
import org.quittance.service.policy.PolicyStep;

/** The way to a decision, told from the same working objects that led to it, so that it cannot say anything else. */
public final class DecisionPath {

    private final DebtorDecision decision;
    private final DebtorPlan plan;
    private final Facts facts;
    private final Words words;
    private final List<String> because = new ArrayList<>();

    private DecisionPath(DebtorDecision decision, Words words) {
        this.decision = decision;
        this.plan = decision.plan();
        this.facts = decision.facts();
        this.words = words;
    }

    /** {@link IllegalArgumentException} where the item is not in the position. */
    public static Explanation of(DebtorPosition position, Situation situation, ItemKey item, Locale language) {
        return new DecisionPath(DebtorDecision.of(position, situation), Words.in(language)).explain(item);
    }

    private Explanation explain(ItemKey item) {
        Answer answer = plan.answers().stream()
                .filter(one -> one.item().equals(item))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(item + " is not in the position"));
        decision.state(item).ifPresent(this::item);
        if (answer.reason() == Reason.DATA_BROKEN) {
            say("why.broken", Values.none());
        }
        because.add(AnswerText.of(answer, words));
        OpenItem explained = decision.item(item);
        return new Explanation(answer, decision.claimed(explained), because);
    }

    private void item(ItemState state) {
        long daysLate = ChronoUnit.DAYS.between(state.item.dueDate(), facts.today);
        say(
                daysLate > 0 ? "why.item.late" : "why.item.early",
                Values.of("number", state.item.number())
                        .and("open", words.amount(state.item.open()))
                        .and("date", words.date(state.item.dueDate()))
                        .and("days", words.days(daysLate)));
        if (state.cycle > 1) {
            say("why.cycle", Values.of("count", String.valueOf(state.cycle)));
        }
        evidence(state);
        taken(state);
        stops(state);
        ladder(state);
        debtor(state);
        charges(state);
    }

    private void evidence(ItemState state) {
        Optional<SendingEvidence> evidence = Evidence.strongest(state.item, facts);
        if (evidence.isEmpty()) {
            say("why.evidence.none", Values.none());
            return;
        }
        say(
                "why.evidence",
                Values.of("grade", words.word("grade." + evidence.get().grade().name()))
                        .and("date", words.date(evidence.get().sentOn()))
                        .and("source", evidence.get().source()));
    }

    private void taken(ItemState state) {
        boolean none = true;
        for (StepRecord step : facts.history.steps()) {
            if (step.item().equals(state.item.key()) && step.cycle() == state.cycle) {
                none = false;
                say(
                        "why.taken",
                        Values.of("step", words.step(step.step()))
                                .and("outcome", words.word("outcome." + outcome(step)))
                                .and("date", words.date(step.on())));
            }
        }
        if (none) {
            say("why.taken.none", Values.none());
        }
    }

    /** A task is done, not sent. */
    private String outcome(StepRecord step) {
        int index = facts.ladder.indexOf(step.step());
        boolean task = index >= 0 && !facts.ladder.step(index).kind().reachesDebtor();
        return task && step.outcome() == StepRecord.Outcome.SENT
                ? "DONE"
                : step.outcome().name();
    }

    private void stops(ItemState state) {
        if (!state.claimed.equals(state.item.open())) {
            say(
                    state.givenUp == null ? "why.disputed" : "why.givenUp",
                    Values.of("amount", words.amount(state.item.open().minus(state.claimed)))
                            .and("left", words.amount(state.claimed)));
        }
        commitment(state.commitment);
        commitment(state.broken);
    }

    private void commitment(@Nullable CommitmentVerdict verdict) {
        if (verdict != null) {
            say(
                    "why.commitment." + verdict.status().name(),
                    Values.of("date", words.date(verdict.commitment().madeOn()))
                            .and("amount", words.amount(verdict.instalment().amount()))
                            .and("due", words.date(verdict.instalment().on())));
        }
    }

    private void ladder(ItemState state) {
        for (int index = state.taken + 1; index < state.next; index++) {
            say("why.passed." + passedBecause(facts.ladder.step(index), state), passed(state, index));
        }
        if (state.next == facts.ladder.size()) {
            say("why.next.none", Values.none());
            return;
        }
        PolicyStep step = facts.ladder.step(state.next);
        say(
                step.isBeforeDue() ? "why.next.before" : "why.next.after",
                Values.of("step", words.step(step.id()))
                        .and("days", words.days(Math.abs(step.thresholdDays())))
                        .and("date", words.date(facts.ladder.byAge(state, state.next))));
        LocalDate last = state.lastSentOn();
        if (last != null) {
            int gapDays = facts.ladder.gapDays(state, state.next);
            say(
                    "why.gap",
                    Values.of("date", words.date(last))
                            .and("days", words.days(gapDays))
                            .and("next", words.date(last.plusDays(gapDays))));
        }
    }

    private Values passed(ItemState state, int index) {
        LocalDate answered = state.answeredOn;
        Values values = Values.of("step", words.step(facts.ladder.step(index).id()));
        return answered == null ? values : values.and("date", words.date(answered));
    }

    private String passedBecause(PolicyStep step, ItemState state) {
        if (step.isBeforeDue() && facts.today.isAfter(state.item.dueDate())) {
            return "before";
        }
        if (step.onlyUnanswered() && state.isAnswered()) {
            return "answered";
        }
        if (step.kind() == PolicyStep.Kind.CALL && facts.isCallRefused()) {
            return facts.debtor.optOuts().contains(Medium.CALL) ? "optout" : "writing";
        }
        return "small";
    }

    private void debtor(ItemState state) {
        Money credits = Money.zero(state.group.currency);
        for (OpenItem credit : state.group.credits) {
            credits = credits.plus(credit.open());
        }
        if (credits.isNegative()) {
            say("why.credits", Values.of("amount", words.amount(credits.negated())));
        }
        Optional<LocalDate> known = facts.situation.paymentsKnownUntil();
        if (known.isEmpty()) {
            say("why.bank.none", Values.none());
        } else {
            say(
                    "why.bank",
                    Values.of("date", words.date(known.get()))
                            .and("days", facts.policy.bankAgeMaxDays().map(words::days)));
        }
        LocalDate last = state.group.lastOn(Lane.MESSAGE);
        if (last != null) {
            say("why.lastMessage", Values.of("date", words.date(last)).and("days", words.days(facts.debtorGapDays())));
        }
        if (!facts.days.isOpen(Lane.MESSAGE, facts.today)) {
            say(
                    "why.closed",
                    Values.of("date", words.date(facts.today))
                            .and("next", words.date(facts.days.firstOpen(Lane.MESSAGE, facts.today))));
        }
    }

    private void charges(ItemState state) {
        for (PlannedMessage message : plan.messages()) {
            for (PlannedItem item : message.items()) {
                if (item.item().key().equals(state.item.key())) {
                    media(message);
                    charges(message, item);
                }
            }
        }
    }

    private void media(PlannedMessage message) {
        if (!message.media().isEmpty()) {
            say(
                    "why.media",
                    Values.of(
                            "media", message.media().stream().map(words::medium).collect(Collectors.joining(", "))));
        }
    }

    private void charges(PlannedMessage message, PlannedItem item) {
        if (item.interest().isZero() && item.indemnity().isZero()) {
            say("why.noTitle", Values.none());
        }
        if (item.claimedUntil().isPresent() && !item.segments().isEmpty()) {
            InterestSegment last = item.segments().get(item.segments().size() - 1);
            say(
                    "why.interest",
                    Values.of("amount", words.amount(item.interest()))
                            .and("date", words.date(item.claimedUntil().get()))
                            .and("article", last.article()));
        }
        message.interestKnownUntil().ifPresent(day -> say("why.interest.missing", Values.of("date", words.date(day))));
        if (!item.corrected().isZero()) {
            say("why.corrected", Values.of("amount", words.amount(item.corrected())));
        }
        if (item.indemnity().isPositive()) {
            say("why.indemnity", Values.of("amount", words.amount(item.indemnity())));
        }
    }

    private void say(String key, Values values) {
        because.add(words.say(key, values));
    }
}
