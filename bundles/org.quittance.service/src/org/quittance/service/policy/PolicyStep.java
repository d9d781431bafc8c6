package org.quittance.service.policy;

import static java.util.Objects.requireNonNull;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.model.EvidenceGrade;
import org.quittance.api.model.Medium;
import org.quittance.api.model.Money;

/**
 * One step of a ladder.
 *
 * @param id stable for the life of the policy; histories refer to it
 * @param kind what it does
 * @param thresholdDays days relative to the due date; negative before it
 * @param gapDays days after the step before was really sent; empty means the difference of the thresholds
 * @param template name of the words
 * @param media in order of preference; the debtor's own preference comes first where it is among them
 * @param charges what it claims besides the principal
 * @param lateFee the fee it claims, by currency, when LATE_FEE is among the charges
 * @param minimumOpen applies only to items with at least this open, by currency; empty for every item
 * @param onlyUnanswered applies only while no answer of the debtor is recorded since the step before
 * @param remindersBefore how many reminders must really have been sent for the item
 * @param evidence the weakest evidence of the invoice's sending that is good enough
 * @param deadlineDays calendar days from the date of the message to the date it asks for; empty for none
 * @param expiresAfterDays for a task: days in which it can be done
 */
public record PolicyStep(
        String id,
        Kind kind,
        int thresholdDays,
        Optional<Integer> gapDays,
        String template,
        List<Medium> media,
        Set<ChargeKind> charges,
        Map<Currency, Money> lateFee,
        Map<Currency, Money> minimumOpen,
        boolean onlyUnanswered,
        int remindersBefore,
        EvidenceGrade evidence,
        Optional<Integer> deadlineDays,
        int expiresAfterDays) {

    public PolicyStep {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(gapDays, "gapDays");
        requireNonNull(template, "template");
        media = List.copyOf(media);
        charges = Set.copyOf(charges);
        lateFee = Map.copyOf(lateFee);
        minimumOpen = Map.copyOf(minimumOpen);
        requireNonNull(evidence, "evidence");
        requireNonNull(deadlineDays, "deadlineDays");
    }

    /** Whether it is meant for the time before the due date only. */
    public boolean isBeforeDue() {
        return thresholdDays < 0;
    }

    /** What a step does. */
    public enum Kind {
        REMINDER,
        /** A task for a person. */
        CALL,
        FORMAL_NOTICE,
        /** Tells the debtor that the service is suspended. */
        SUSPENSION,
        /** Proposes agency or court to a person of the creditor; nothing goes to the debtor. */
        HANDOVER;

        /** Whether it goes to the debtor, so that gaps, sending days and reachability count. */
        public boolean reachesDebtor() {
            return this != HANDOVER && this != CALL;
        }
    }
}
