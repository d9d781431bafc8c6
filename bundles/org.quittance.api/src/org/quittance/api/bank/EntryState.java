package org.quittance.api.bank;

/** What became of an entry of a bank statement. */
public enum EntryState {
    /** Nobody looked at it yet. */
    NEW,
    /** Its money is booked on invoices. */
    BOOKED,
    /** Its money is booked as credit of its debtor; what it pays waits for a person. */
    ON_ACCOUNT,
    /** There are proposals, none of them sure; waits for a person. */
    WAITING,
    /** Nothing fits. */
    UNKNOWN,
    /** Came back by a later entry: what it had paid is open again. */
    RETURNED,
    /** Brought back an earlier entry. */
    RETURN,
    /** Money out, or an own payment that came back: pays no invoice. */
    NO_PAYMENT,
    /** Set aside by a person. */
    IGNORED
}
