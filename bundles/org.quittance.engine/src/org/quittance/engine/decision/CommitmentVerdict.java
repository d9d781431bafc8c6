package org.quittance.engine.decision;

import java.time.LocalDate;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Commitment.Instalment;

/**
 * What is to be thought of a commitment today.
 *
 * @param instalment the first that is not covered by what was paid; the last where all are
 * @param tellableAfter the last day on which its payment may still be travelling
 * @param why for UNDECIDED what is not known; empty text otherwise
 */
record CommitmentVerdict(
        Commitment commitment, Status status, Instalment instalment, LocalDate tellableAfter, String why) {

    /** Bank data does not reach far enough. */
    static final String BANK = "bank";
    /** An item it covers is neither open nor known to be settled. */
    static final String ABSENT = "absent";
    /** Money of the debtor that is not allocated would cover it. */
    static final String CREDIT = "credit";

    enum Status {
        RUNNING,
        UNDECIDED,
        KEPT,
        BROKEN
    }
}
