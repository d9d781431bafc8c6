package org.quittance.engine.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.ClaimStatement;
import org.quittance.api.ledger.Contact;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.Ruling;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyStep;
import org.quittance.service.policy.PolicyStep.Kind;

/** Brings what the journal knows to the items it is about. */
final class HistoryReading {

    private final Facts facts;
    private final Map<ItemKey, @Nullable ItemState> states;
    private final List<CurrencyGroup> groups;
    private final List<MessageId> expired = new ArrayList<>();

    private HistoryReading(Facts facts, Map<ItemKey, @Nullable ItemState> states, List<CurrencyGroup> groups) {
        this.facts = facts;
        this.states = states;
        this.groups = groups;
    }

    /** Fills the states and groups; returns the tasks whose days are over, which count as not done from this moment. */
    static List<MessageId> read(Facts facts, Map<ItemKey, @Nullable ItemState> states, List<CurrencyGroup> groups) {
        HistoryReading reading = new HistoryReading(facts, states, groups);
        for (StepRecord step : facts.history.steps()) {
            reading.step(step);
        }
        for (Hold hold : facts.history.holds()) {
            reading.hold(hold);
        }
        facts.history.statements().forEach(reading::statement);
        reading.insolvency();
        reading.grace();
        reading.disputes();
        reading.goodwill();
        reading.contacts();
        return reading.expired;
    }

    /** The last day of a task: never one on which nobody works. */
    static LocalDate lastDay(PolicyStep task, LocalDate preparedOn, Days days) {
        return days.firstOpen(Lane.CALL, preparedOn.plusDays(task.expiresAfterDays()));
    }

    private void step(StepRecord step) {
        if (Policy.isThanks(step.step())) {
            return;
        }
        int index = facts.ladder.indexOf(step.step());
        Lane lane = index < 0 ? Lane.MESSAGE : Lane.of(facts.ladder.step(index).kind());
        ItemState state = states.get(step.item());
        ItemState current = state != null && state.cycle == step.cycle() ? state : null;
        switch (step.outcome()) {
            case LIVE -> live(step, index, lane, state, current);
            case UNKNOWN -> {
                if (current != null) {
                    current.onItsWay = step;
                }
                reached(lane, state, step.on());
            }
            case SENT, SENT_ELSEWHERE -> {
                reached(lane, state, step.on());
                if (current != null) {
                    sent(current, step, index);
                }
            }
            case NOT_DONE -> {
                if (current != null) {
                    taken(current, step, index);
                }
            }
        }
    }

    private void live(StepRecord step, int index, Lane lane, @Nullable ItemState state, @Nullable ItemState current) {
        if (index >= 0 && isOver(facts.ladder.step(index), step)) {
            step.message().filter(message -> !expired.contains(message)).ifPresent(expired::add);
            if (current != null) {
                taken(current, step, index);
            }
            return;
        }
        if (current != null) {
            current.onItsWay = step;
        }
        if (state != null) {
            state.group.isLive(lane, step);
        } else {
            groups.forEach(group -> group.isLive(lane, step));
        }
    }

    private boolean isOver(PolicyStep task, StepRecord step) {
        return !task.kind().reachesDebtor()
                && task.expiresAfterDays() > 0
                && facts.today.isAfter(lastDay(task, step.on(), facts.days));
    }

    /** A record does not say its currency; where its item is gone, every currency waits, which is the safe side. */
    private void reached(Lane lane, @Nullable ItemState state, LocalDate on) {
        if (state != null) {
            state.group.reached(lane, on);
        } else {
            for (CurrencyGroup group : groups) {
                group.reached(lane, on);
            }
        }
    }

    private void sent(ItemState state, StepRecord step, int index) {
        if (step.claimedUntil().isPresent()) {
            state.statement = step;
        }
        if (Ladder.isBrokenPromise(step.step())) {
            LocalDate told = state.toldOn;
            state.toldOn = told == null || step.on().isAfter(told) ? step.on() : told;
            return;
        }
        taken(state, step, index);
        if (index < 0) {
            return;
        }
        PolicyStep known = facts.ladder.step(index);
        if (index >= state.sentIndex) {
            state.sentIndex = index;
            state.sentOn = step.on();
        }
        if (known.kind() == Kind.REMINDER && !known.isBeforeDue()) {
            state.reminders++;
        }
        if (known.kind() == Kind.FORMAL_NOTICE && state.noticeOn == null) {
            state.noticeOn = step.on();
        }
    }

    /** Interest claimed in a statement is claimed, as if a message had. */
    private void statement(ClaimStatement issued) {
        for (ClaimStatement.Line line : issued.lines()) {
            ItemState state = states.get(line.item());
            StepRecord before = state == null ? null : state.statement;
            if (state != null
                    && state.cycle == line.cycle()
                    && line.claimedUntil().isPresent()
                    && (before == null || !before.on().isAfter(issued.on()))) {
                state.statementNumber = issued.number();
                state.statement = new StepRecord(
                        line.item(),
                        line.cycle(),
                        issued.id(),
                        StepRecord.Outcome.SENT,
                        issued.on(),
                        Optional.empty(),
                        line.claimedUntil(),
                        line.interest().minor());
            }
        }
    }

    private static void taken(ItemState state, StepRecord step, int index) {
        if (index >= 0) {
            state.taken = Math.max(state.taken, index);
        } else if (!Ladder.isBrokenPromise(step.step())) {
            state.unmapped = step.step();
        }
    }

    private void hold(Hold hold) {
        if (hold.from().isAfter(facts.today)
                || hold.until().map(until -> until.isBefore(facts.today)).orElse(false)) {
            return;
        }
        if (hold.item().isPresent()) {
            ItemState state = states.get(hold.item().get());
            if (state != null) {
                state.hold = longer(state.hold, hold);
            }
            return;
        }
        for (CurrencyGroup group : groups) {
            for (ItemState state : group.invoices) {
                state.hold = longer(state.hold, hold);
            }
        }
    }

    /** Insolvency proceedings forbid individual pursuit: everything stops, whatever was set or lifted beside. */
    private void insolvency() {
        for (CaseMark mark : facts.history.marks()) {
            if (mark.kind() == CaseMark.Kind.INSOLVENT) {
                hold(new Hold(mark.id(), Optional.empty(), "insolvent", mark.since(), Optional.empty()));
            }
        }
    }

    /** While a judge granted time nothing is asked for. */
    private void grace() {
        for (Ruling ruling : facts.history.rulings()) {
            if (ruling.kind() == Ruling.Kind.GRACE) {
                hold(new Hold(ruling.id(), Optional.of(ruling.item()), "grace", ruling.from(), ruling.to()));
            }
        }
    }

    private static Hold longer(@Nullable Hold held, Hold other) {
        if (held == null || other.until().isEmpty()) {
            return other;
        }
        return held.until().isEmpty()
                        || held.until().get().isAfter(other.until().get())
                ? held
                : other;
    }

    /**
     * Several disputes of one item add up. What the ledger says is taken as the same contested amount as the journal's, so the
     * larger of the two counts. An amount in another currency cannot be read and contests everything.
     */
    private void disputes() {
        for (CurrencyGroup group : groups) {
            for (ItemState state : group.invoices) {
                if (!state.item.disputed().isZero()) {
                    state.claimed = state.item.open().minus(state.item.disputed());
                }
            }
        }
        for (Dispute dispute : facts.history.disputes()) {
            ItemState state = states.get(dispute.item());
            if (state != null && dispute.closedOn().isEmpty()) {
                state.dispute = dispute;
                state.answered(dispute.openedOn());
                Money contested = contested(state);
                state.contested = contested.min(state.contested).equals(contested) ? state.contested : contested;
                state.claimed = state.claimed.min(state.item.open().minus(contested));
            }
        }
    }

    /** What is given up on an item is not claimed, until a credit note takes its place in the ledger. */
    private void goodwill() {
        for (Goodwill goodwill : facts.history.goodwill()) {
            ItemState state = goodwill.item().isEmpty()
                    ? null
                    : states.get(goodwill.item().get());
            if (state != null) {
                giveUp(state, goodwill);
            }
        }
    }

    static void giveUp(ItemState state, Goodwill goodwill) {
        Money zero = Money.zero(state.item.open().currency());
        if (goodwill.state() == Goodwill.State.GRANTED
                && goodwill.amount().isPresent()
                && goodwill.amount().get().currency().equals(zero.currency())) {
            Money left = state.claimed.minus(goodwill.amount().get());
            state.claimed = left.isPositive() ? left : zero;
            state.givenUp = goodwill;
        }
    }

    private void contacts() {
        for (Contact contact : facts.history.contacts()) {
            if (!contact.answers()) {
                continue;
            }
            if (contact.item().isPresent()) {
                ItemState state = states.get(contact.item().get());
                if (state != null) {
                    state.answered(contact.on());
                }
            } else {
                groups.forEach(group -> group.invoices.forEach(state -> state.answered(contact.on())));
            }
        }
    }

    private Money contested(ItemState state) {
        Money open = state.item.open();
        Money sum = Money.zero(open.currency());
        for (Dispute dispute : facts.history.disputes()) {
            if (dispute.item().equals(state.item.key()) && dispute.closedOn().isEmpty()) {
                Money amount = dispute.amount().orElse(open);
                sum = amount.currency().equals(open.currency()) ? sum.plus(amount) : open;
            }
        }
        return sum.min(open);
    }
}
