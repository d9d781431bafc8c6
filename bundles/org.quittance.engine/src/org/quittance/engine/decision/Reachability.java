package org.quittance.engine.decision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.Medium;
import org.quittance.service.policy.PolicyStep;
import org.quittance.service.policy.PolicyStep.Kind;

/**
 * Which of a step's media reach the debtor. The debtor's own preferences come first where the step knows them. A medium must
 * be installed, not be opted out of, and have what it needs: an address, an e-mail address, a number. Tasks reach a person
 * of the creditor, so they need none of that: who has to call somebody without a number looks it up, and the task expires.
 */
final class Reachability {

    private Reachability() {}

    static List<Medium> media(PolicyStep step, Facts facts) {
        return step.kind() == Kind.CALL ? step.media() : media(step.media(), facts);
    }

    static List<Medium> media(List<Medium> known, Facts facts) {
        List<Medium> media = new ArrayList<>(known.size());
        for (Medium preferred : facts.debtor.preferredMedia()) {
            if (known.contains(preferred)) {
                add(media, preferred, facts);
            }
        }
        for (Medium medium : known) {
            add(media, medium, facts);
        }
        return media;
    }

    /** Media for a message that belongs to no step: those of all reminders, in the policy's order. */
    static List<Medium> ofReminders(Facts facts) {
        Set<Medium> media = new LinkedHashSet<>();
        for (PolicyStep step : facts.policy.steps()) {
            if (step.kind() == Kind.REMINDER) {
                media.addAll(step.media());
            }
        }
        return media(List.copyOf(media), facts);
    }

    private static void add(List<Medium> media, Medium medium, Facts facts) {
        if (!media.contains(medium)
                && facts.situation.media().contains(medium)
                && !facts.debtor.optOuts().contains(medium)
                && hasWhatItNeeds(medium, facts.debtor)) {
            media.add(medium);
        }
    }

    /** Media of connectors we do not know decide for themselves when they are given the message. */
    private static boolean hasWhatItNeeds(Medium medium, Debtor debtor) {
        if (medium.equals(Medium.LETTER)) {
            return debtor.address().isPresent();
        }
        if (medium.equals(Medium.EMAIL)) {
            return debtor.email().isPresent();
        }
        return !(medium.equals(Medium.SMS) || medium.equals(Medium.CALL))
                || debtor.phone().isPresent();
    }
}
