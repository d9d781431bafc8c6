package org.quittance.api.interest;

/** What may be claimed besides the principal. Each needs a title in law or contract. */
public enum ChargeKind {
    /** Moratory interest for the time of delay. */
    INTEREST,
    /** Fixed compensation for recovery costs, per invoice. */
    INDEMNITY,
    /** A fee agreed for lateness. */
    LATE_FEE
}
