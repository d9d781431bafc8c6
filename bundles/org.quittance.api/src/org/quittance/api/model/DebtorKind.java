package org.quittance.api.model;

/** What a debtor is in law; decides which charges have a title and which court routes exist. */
public enum DebtorKind {
    BUSINESS,
    CONSUMER,
    PUBLIC,
    /** Not known: gets reminders, never charges. */
    UNKNOWN
}
