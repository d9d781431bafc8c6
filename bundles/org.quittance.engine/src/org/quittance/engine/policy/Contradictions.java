package org.quittance.engine.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.model.Medium;
import org.quittance.engine.decision.Ladder;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyStep;
import org.quittance.service.policy.PolicyStep.Kind;

/** What single fields cannot tell: steps that contradict themselves, each other, or the rules no policy may break. */
final class Contradictions {

    private static final int REMINDERS_BEFORE_NOTICE_MIN = 2;

    private final List<PolicyStep> steps;
    private final List<Fields> fields;

    /** @param fields of the same steps, in the same order */
    private Contradictions(List<PolicyStep> steps, List<Fields> fields) {
        this.steps = steps;
        this.fields = fields;
    }

    static void check(List<PolicyStep> steps, List<Fields> fields) {
        new Contradictions(steps, fields).check();
    }

    private void check() {
        Map<String, @Nullable Integer> seen = new HashMap<>();
        for (int index = 0; index < steps.size(); index++) {
            PolicyStep step = steps.get(index);
            Fields its = fields.get(index);
            Integer earlier = seen.putIfAbsent(step.id(), index);
            if (earlier != null) {
                its.problem("id", "«" + step.id() + "» is already the id of steps[" + earlier + "]");
            }
            if (Policy.isThanks(step.id())) {
                its.problem("id", "«" + step.id() + "» is kept for messages of thanks; choose another");
            }
            if (Ladder.isBrokenPromise(step.id())) {
                its.problem("id", "«" + step.id() + "» is kept for messages about broken commitments; choose another");
            }
            checkOrder(index, step, its);
            checkMedia(step, its);
            checkCharges(step, its);
            checkTask(step, its);
            checkNotice(index, step, its);
        }
    }

    private void checkOrder(int index, PolicyStep step, Fields its) {
        if (index > 0 && step.thresholdDays() <= steps.get(index - 1).thresholdDays()) {
            its.problem(
                    "thresholdDays",
                    "is " + step.thresholdDays() + ", not after the "
                            + steps.get(index - 1).thresholdDays() + " of the step before; steps rise");
        }
        if (step.isBeforeDue() && step.kind() != Kind.REMINDER) {
            its.problem("thresholdDays", "only a reminder may come before the due date");
        }
        if (index == 0 && step.onlyUnanswered()) {
            its.problem("onlyUnanswered", "the first step has nothing before it that could be answered");
        }
        if (step.kind() == Kind.SUSPENSION && certainRemindersBefore(index) == 0) {
            its.problem("kind", "a suspension needs a reminder before it that every item gets");
        }
        if (step.kind() == Kind.HANDOVER
                && steps.subList(0, index).stream().noneMatch(before -> before.kind() == Kind.FORMAL_NOTICE)) {
            its.problem("kind", "a handover comes after a formal notice, and there is none before it");
        }
    }

    private void checkMedia(PolicyStep step, Fields its) {
        boolean call = step.media().contains(Medium.CALL);
        switch (step.kind()) {
            case HANDOVER -> {
                if (its.has("media")) {
                    its.problem("media", "a handover goes to nobody but a person of the creditor; leave the media out");
                }
            }
            case CALL -> {
                if (!call || step.media().size() > 1) {
                    its.problem("media", "a call has the one medium call: [\"call\"]");
                }
            }
            case REMINDER, FORMAL_NOTICE, SUSPENSION -> {
                if (step.media().isEmpty()) {
                    its.problem("media", "names no medium; give at least one, such as [\"email\", \"letter\"]");
                } else if (call) {
                    its.problem("media", "call is a task for a person; make it a step of its own of kind call");
                }
            }
        }
    }

    private void checkCharges(PolicyStep step, Fields its) {
        boolean fee = step.charges().contains(ChargeKind.LATE_FEE);
        if (fee && step.lateFee().isEmpty()) {
            its.problem("lateFee", "is missing; the charge late-fee needs its amount by currency");
        }
        if (!fee && !step.lateFee().isEmpty()) {
            its.problem("lateFee", "is given, but late-fee is not among the charges");
        }
        if (!step.charges().isEmpty() && step.thresholdDays() <= 0) {
            its.problem("charges", "nothing can be charged before an item is late");
        }
        if (!step.charges().isEmpty() && step.kind() == Kind.CALL) {
            its.problem("charges", "a call charges nothing");
        }
    }

    private void checkTask(PolicyStep step, Fields its) {
        if (step.kind() == Kind.CALL && step.expiresAfterDays() == 0) {
            its.problem("expiresAfterDays", "is missing; a call nobody makes would stop the ladder for ever");
        }
        if (step.kind().reachesDebtor() && step.expiresAfterDays() > 0) {
            its.problem("expiresAfterDays", "only a call or a handover can expire");
        }
        if (!step.kind().reachesDebtor() && step.deadlineDays().isPresent()) {
            its.problem("deadlineDays", "a task asks the debtor for no date");
        }
    }

    private void checkNotice(int index, PolicyStep step, Fields its) {
        int certain = certainRemindersBefore(index);
        if (step.remindersBefore() > certain) {
            its.problem(
                    "remindersBefore",
                    "is " + step.remindersBefore() + ", but only " + certain
                            + " reminders before this step go out for every item");
        }
        if (step.kind() != Kind.FORMAL_NOTICE) {
            return;
        }
        if (step.remindersBefore() < REMINDERS_BEFORE_NOTICE_MIN) {
            its.problem(
                    "remindersBefore",
                    "a formal notice needs at least " + REMINDERS_BEFORE_NOTICE_MIN
                            + " reminders really sent before it");
        }
        if (step.deadlineDays().isEmpty()) {
            its.problem("deadlineDays", "is missing; a formal notice names the date it asks for");
        }
        if (!step.minimumOpen().isEmpty() || step.onlyUnanswered()) {
            its.problem("kind", "a formal notice has no condition: what follows it would come without notice");
        }
    }

    /** Reminders of late items before this step that no condition can pass over. */
    private int certainRemindersBefore(int index) {
        int count = 0;
        for (PolicyStep step : steps.subList(0, index)) {
            if (step.kind() == Kind.REMINDER
                    && !step.isBeforeDue()
                    && step.minimumOpen().isEmpty()
                    && !step.onlyUnanswered()) {
                count++;
            }
        }
        return count;
    }
}
