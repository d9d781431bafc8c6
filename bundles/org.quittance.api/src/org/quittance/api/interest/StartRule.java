package org.quittance.api.interest;

/** The event after which interest runs. */
public enum StartRule {
    /** The due date, without a reminder. */
    AFTER_DUE_DATE,
    /** A notice to the debtor, and not before the due date. */
    AFTER_NOTICE
}
