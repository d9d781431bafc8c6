package org.quittance.api.model;

/** How well it is known that an invoice reached its debtor; declared in rising order. */
public enum EvidenceGrade {
    /** Somebody of the creditor says so; who and when is in the journal. */
    DECLARED,
    /** A channel or platform says that it was sent. */
    CHANNEL,
    /** A channel or platform says that it was delivered. */
    DELIVERED;

    public boolean isAtLeast(EvidenceGrade other) {
        return compareTo(other) >= 0;
    }
}
