package org.quittance.api.ledger;

/** A unit of work of {@link CaseLedger#write}. */
@FunctionalInterface
public interface LedgerWork {

    void run(LedgerBatch batch) throws LedgerException;
}
