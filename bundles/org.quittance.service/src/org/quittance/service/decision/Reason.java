package org.quittance.service.decision;

/** Why something is done, or not, about an open item. Codes are stable and machine-readable; new ones may appear. */
public enum Reason {
    /** Something goes out for the item at its own next step. */
    ACT,
    /** It is listed in a message at a higher step and credited with its own next step. */
    ACT_LISTED,
    /** A task is open that a person has to do. */
    TASK_OPEN,
    /** A credit: shown and netted, never reminded. */
    CREDIT,
    /** A payment of which a part, or all, is interest agreed in a plan; only the rest is a credit. */
    AGREED_INTEREST,
    /** A payment of which a part, or all, paid interest or compensation that was claimed; only the rest is a credit. */
    PAID_CHARGES,
    /** Not old enough for its next step. */
    NOT_YET,
    /** Old enough, but the step before was sent too recently. */
    STEP_GAP,
    /** Another message went to the debtor too recently. */
    DEBTOR_GAP,
    /** Waits because a message to the debtor in this currency goes out today without it. */
    NEXT_TURN,
    /** The policy's last step was taken. */
    LADDER_DONE,
    /** The debtor's open amount is below the policy's minimum. */
    BELOW_MINIMUM,
    /** Credits of the debtor cover it. */
    COVERED_BY_CREDIT,
    /** Nothing proves that the invoice was sent to the debtor. */
    NO_EVIDENCE,
    /** The proof of sending is weaker than the step asks. */
    EVIDENCE_TOO_WEAK,
    /** Fewer reminders were really sent than the step asks. */
    REMINDERS_MISSING,
    /** Disputed as a whole. */
    DISPUTED,
    /** All that is open was given up: a discount, or a dispute the creditor lost; the credit note is not booked yet. */
    GIVEN_UP,
    /** A settlement was paid in time and released what is left of it; the credit note is not booked yet. */
    RELEASED,
    PROMISE_RUNNING,
    PLAN_RUNNING,
    SETTLEMENT_RUNNING,
    /** A commitment fell due, and bank data does not reach far enough to tell whether it was kept. */
    COMMITMENT_UNDECIDED,
    ON_HOLD,
    /** Open in the ledger and recorded as lost: nobody is reminded of it any more. */
    WRITTEN_OFF,
    /** Bank data is older than the policy allows, or its age is unknown. */
    BANK_DATA_OLD,
    /** A message about it is prepared, approved or being sent. */
    MESSAGE_LIVE,
    /** It is not known whether the last message left. */
    MESSAGE_UNKNOWN,
    /** Not a business day where the debtor is. */
    NO_SENDING_DAY,
    /** A business day, but not one on which the policy sends. */
    OUTSIDE_WINDOW,
    /** No medium of the step reaches the debtor. */
    UNREACHABLE,
    /** The case is at an agency or a court. */
    AWAY,
    /** A rate is missing that a formal notice needs. */
    RATE_MISSING,
    /** The policy changed and a step already taken is not in the new one; a person maps it. */
    POLICY_UNMAPPED,
    /** The debtor's data is broken or missing; reported and skipped. */
    DATA_BROKEN,
    /** The ledger did not deliver all of it; nothing is concluded. */
    UNDECIDED,
    /** Nothing is open: it was paid. */
    PAID,
    /** Nothing is open: a credit note or a write-off took what was left. */
    CREDITED,
    /** Nothing is open: it was never owed. */
    CANCELLED;

    /** Whether something is sent or a task arises. */
    public boolean acts() {
        return this == ACT || this == ACT_LISTED;
    }
}
