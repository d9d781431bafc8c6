package org.quittance.api.document;

/** What a document is in law; decides which words it may use and what it must contain. */
public enum DocumentKind {
    REMINDER,
    FORMAL_NOTICE,
    THANK_YOU,
    /** A sheet for the person who calls; never sent. */
    CALL_SHEET,
    /** A proposal to hand over to an agency or court, for a person of the creditor; never sent. */
    HANDOVER_PROPOSAL
}
