package org.quittance.api.ledger;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.SendingEvidence;
import org.quittance.api.store.ChangeCursor;
import org.quittance.api.store.StoreId;

/** What can be written within one transaction. Valid only while the work runs, for the thread that runs it. */
@ProviderType
public interface LedgerBatch {

    /**
     * Runs work for one debtor behind a savepoint: if it throws a runtime exception or finds a duplicate, what it wrote is
     * undone, the rest of the batch stays, and the failure is returned to be reported.
     */
    java.util.Optional<Exception> forDebtor(DebtorId debtor, DebtorWork work) throws LedgerException;

    /** Reserves a new run with the next number on that day. */
    RunId beginRun(LocalDate asOf, StoreId store) throws LedgerException;

    void completeRun(RunId run) throws LedgerException;

    void prepare(PreparedMessage message) throws LedgerException, DuplicateMessageException;

    /** Does the change if the message is in an expected state; returns whether it was. */
    boolean change(StateChange change) throws LedgerException;

    /** Keeps the exact bytes of what is sent, once per content, and ties them to the message. */
    void keepContent(MessageId message, DocumentFile file) throws LedgerException;

    void journal(JournalDraft entry) throws LedgerException;

    /** A step sent before this suite knew the item. Recording the same again changes nothing. */
    void sentElsewhere(DebtorId debtor, ItemKey item, String step, LocalDate on) throws LedgerException;

    /**
     * The item is known to be settled or cancelled.
     *
     * @param byMoney whether money took what was left of it
     */
    void settled(DebtorId debtor, ItemKey item, LocalDate on, boolean byMoney) throws LedgerException;

    /** The item is known to be settled by money. */
    default void settled(DebtorId debtor, ItemKey item, LocalDate on) throws LedgerException {
        settled(debtor, item, on, true);
    }

    /** The item is open again after it was settled; begins its next cycle. */
    void reopened(DebtorId debtor, ItemKey item) throws LedgerException;

    /** Adds or replaces by id; raises the case's revision. */
    void put(DebtorId debtor, Commitment commitment) throws LedgerException;

    /** Adds or replaces by id; raises the case's revision. */
    void put(DebtorId debtor, Dispute dispute) throws LedgerException;

    /** Adds or replaces by id; raises the case's revision. */
    void put(DebtorId debtor, Hold hold) throws LedgerException;

    /** Adds a hold unless the debtor ever had one of this id, lifted or not; returns whether it was added. */
    boolean putUnlessKnown(DebtorId debtor, Hold hold) throws LedgerException;

    /** Lifts a hold; raises the case's revision. */
    void lift(DebtorId debtor, String holdId) throws LedgerException;

    /** Adds or replaces by kind and id; raises the case's revision, except for a restriction, which no decision depends on. */
    void record(DebtorId debtor, CaseRecord record) throws LedgerException;

    /** Keeps the stronger of this and what was declared before. */
    void declare(DebtorId debtor, InvoiceId invoice, SendingEvidence evidence) throws LedgerException;

    /** Where the case is away; raises the case's revision. Empty brings it home. */
    void awayAt(DebtorId debtor, java.util.Optional<String> place) throws LedgerException;

    /** The digest of the answers given and the policy they were given under. Does not raise the revision. */
    void answered(DebtorId debtor, String answers, PolicyPin pin) throws LedgerException;

    void stop(boolean stopped) throws LedgerException;

    void cursor(StoreId store, ChangeCursor cursor) throws LedgerException;

    /** Work for one debtor. */
    @FunctionalInterface
    interface DebtorWork {

        void run() throws LedgerException, DuplicateMessageException;
    }
}
