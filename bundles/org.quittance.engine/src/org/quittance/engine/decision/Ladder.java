package org.quittance.engine.decision;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.model.Money;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyStep;
import org.quittance.service.policy.PolicyStep.Kind;

/** A policy's steps by position, and which of them is an item's next. */
public final class Ladder {

    /** Name of the words, and beginning of the step, of a message about a broken commitment. It is beside the ladder. */
    public static final String BROKEN_PROMISE = "broken-promise";

    private final Policy policy;
    private final PolicyStep[] steps;

    public Ladder(Policy policy) {
        this.policy = policy;
        this.steps = policy.steps().toArray(PolicyStep[]::new);
    }

    /** Whether a step of a history is a message about a broken commitment, which no policy names. */
    public static boolean isBrokenPromise(String step) {
        return step.startsWith(BROKEN_PROMISE)
                && (step.length() == BROKEN_PROMISE.length() || step.charAt(BROKEN_PROMISE.length()) == ':');
    }

    /** The step such a message is credited with: one per commitment, so that each is told once and the ladder stays where it is. */
    static String brokenPromise(Commitment commitment) {
        return BROKEN_PROMISE + ":" + commitment.id();
    }

    int size() {
        return steps.length;
    }

    PolicyStep step(int index) {
        return steps[index];
    }

    /** Position of a step, or -1; policies have a handful of steps, so looking through them is fastest. */
    int indexOf(String id) {
        for (int index = 0; index < steps.length; index++) {
            if (steps[index].id().equals(id)) {
                return index;
            }
        }
        return -1;
    }

    /** The first step after those taken that applies to the item today; {@link #size()} when the ladder is done. */
    int next(ItemState state, Facts facts) {
        int index = state.taken + 1;
        while (index < steps.length && !applies(steps[index], state, facts)) {
            index++;
        }
        return index;
    }

    /** Whether a step is for this item at all; one that is not passes as not applicable. */
    boolean applies(PolicyStep step, ItemState state, Facts facts) {
        if (step.isBeforeDue() && facts.today.isAfter(state.item.dueDate())) {
            return false;
        }
        if (!step.minimumOpen().isEmpty() && !isLarge(step.minimumOpen(), state.claimed)) {
            return false;
        }
        if (step.kind() == Kind.CALL && facts.isCallRefused()) {
            return false;
        }
        return !step.onlyUnanswered() || !state.isAnswered();
    }

    /** The first day on which the item is old enough for the step and the step before was long enough ago. */
    LocalDate dueDay(ItemState state, int index) {
        LocalDate byAge = byAge(state, index);
        LocalDate last = state.lastSentOn();
        if (last == null) {
            return byAge;
        }
        LocalDate byGap = last.plusDays(gapDays(state, index));
        return byGap.isAfter(byAge) ? byGap : byAge;
    }

    LocalDate byAge(ItemState state, int index) {
        return state.item.dueDate().plusDays(steps[index].thresholdDays());
    }

    /** Days after the step that was really sent last; by default what lies between the two thresholds. */
    int gapDays(ItemState state, int index) {
        Optional<Integer> given = steps[index].gapDays();
        if (given.isPresent()) {
            return given.get();
        }
        if (state.sentIndex < 0) {
            return policy.minimumGapDays();
        }
        return Math.max(1, steps[index].thresholdDays() - steps[state.sentIndex].thresholdDays());
    }

    /** Words of the step that certainly follows for everybody: no call, nothing conditional. */
    Optional<String> announced(int index, Facts facts) {
        if (index < 0 || steps[index].isBeforeDue()) {
            return Optional.empty();
        }
        for (int following = index + 1; following < steps.length; following++) {
            PolicyStep step = steps[following];
            if (step.kind() == Kind.HANDOVER && facts.isPublic()) {
                return Optional.empty();
            }
            if (step.kind() != Kind.CALL && step.minimumOpen().isEmpty() && !step.onlyUnanswered()) {
                return Optional.of(step.template());
            }
        }
        return Optional.empty();
    }

    /** A currency without an amount has no large items. */
    private static boolean isLarge(Map<Currency, Money> minimum, Money claimed) {
        return minimum.containsKey(claimed.currency()) && claimed.compareTo(minimum.get(claimed.currency())) >= 0;
    }
}
