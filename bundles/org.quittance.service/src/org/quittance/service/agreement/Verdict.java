package org.quittance.service.agreement;

/** What a person decides about something recorded. */
public enum Verdict {
    /** Role APPROVER. */
    APPROVE,
    /** Role APPROVER. */
    REFUSE,
    /** Takes it back, whether proposed or in force. Role CLERK. */
    CANCEL,
    /** The credit note for it is in the ledger of invoices; only for goodwill with an amount. Role CLERK. */
    BOOK
}
