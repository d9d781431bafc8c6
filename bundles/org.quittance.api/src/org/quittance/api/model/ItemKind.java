package org.quittance.api.model;

/** What an open item is. */
public enum ItemKind {
    /** Something owed: its open amount is positive. */
    INVOICE,
    /** A credit note not yet used up: its open amount is negative. */
    CREDIT_NOTE,
    /** Money received and not yet allocated to an invoice: its open amount is negative. */
    PAYMENT;

    public boolean isCredit() {
        return this != INVOICE;
    }
}
