package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;

/**
 * A step of the ladder that one item has taken, or is taking now.
 *
 * @param cycle 1 when the item opened first, one more each time it reopened
 * @param step stable identifier within the policy
 * @param on the date it was really sent, expired, or (when live) prepared
 * @param message empty for steps taken elsewhere
 * @param claimedUntil the last day of interest this message claimed for the item, if it claimed any
 * @param claimedMinor the running total of interest it claimed for the item, minor units of the item's currency
 * @param indemnity the fixed compensation it claimed for the item, also zero; empty where it claimed no charge, or that is not known
 */
public record StepRecord(
        ItemKey item,
        int cycle,
        String step,
        Outcome outcome,
        LocalDate on,
        Optional<MessageId> message,
        Optional<LocalDate> claimedUntil,
        long claimedMinor,
        Optional<Money> indemnity) {

    public StepRecord {
        requireNonNull(item, "item");
        requireNonNull(step, "step");
        requireNonNull(outcome, "outcome");
        requireNonNull(on, "on");
        requireNonNull(message, "message");
        requireNonNull(claimedUntil, "claimedUntil");
        requireNonNull(indemnity, "indemnity");
    }

    /** A step of which no fixed compensation is known. */
    public StepRecord(
            ItemKey item,
            int cycle,
            String step,
            Outcome outcome,
            LocalDate on,
            Optional<MessageId> message,
            Optional<LocalDate> claimedUntil,
            long claimedMinor) {
        this(item, cycle, step, outcome, on, message, claimedUntil, claimedMinor, Optional.empty());
    }

    /** How far it went. */
    public enum Outcome {
        /** A message is on its way to be sent; nothing else may go for this item. */
        LIVE,
        /** It is not known whether the message left; nothing else may go for this item. */
        UNKNOWN,
        /** Really sent. */
        SENT,
        /** Sent before this suite knew the item, and imported. */
        SENT_ELSEWHERE,
        /** A task nobody did in its time. */
        NOT_DONE
    }
}
