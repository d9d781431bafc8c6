package org.quittance.api.ledger;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.store.ChangeCursor;
import org.quittance.api.store.StoreId;

/**
 * The truth about what was decided, said, promised, sent and handed over. Safe for any thread; one writer at a time, others
 * wait. Reading sees what is committed.
 */
@ProviderType
public interface CaseLedger {

    /** Never changes for this ledger; part of every send key, so that two installations cannot collide. */
    String id();

    /** The history of each debtor asked for; debtors nothing happened with have an empty one. Hundreds at a time. */
    Map<DebtorId, CaseHistory> histories(CreditorId creditor, Collection<DebtorId> debtors) throws LedgerException;

    /**
     * Runs work in one transaction, written to disk when this returns and forming one link of the journal's chain. If the
     * work or the commit fails nothing of it is kept.
     */
    void write(CreditorId creditor, Actor actor, LedgerWork work) throws LedgerException;

    /** Whether the global stop switch is up: then nothing leaves. */
    boolean isStopped(CreditorId creditor) throws LedgerException;

    /** How far the changes of a store were taken in; empty before the first time. */
    Optional<ChangeCursor> cursor(CreditorId creditor, StoreId store) throws LedgerException;
}
