package org.quittance.store.sqlite;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.ledger.CaseRecord;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Contact;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.DuplicateMessageException;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.LedgerBatch;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.PolicyPin;
import org.quittance.api.ledger.PreparedMessage;
import org.quittance.api.ledger.RunId;
import org.quittance.api.ledger.StateChange;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.ItemToken;
import org.quittance.api.model.SendingEvidence;
import org.quittance.api.store.ChangeCursor;
import org.quittance.api.store.StoreId;

/**
 * The open transaction as its work sees it. After the database failed once nothing more is accepted: SQLite may have ended
 * the transaction by itself, and what followed would be kept alone.
 */
final class SqliteLedgerBatch implements LedgerBatch {

    private final Path file;
    private final SqliteSession session;
    private final CreditorId creditor;
    private final long key;
    private final JournalWriter journal;
    private final MessageWriter messages;
    private final StateWriter states;
    private final CaseWriter cases;
    private @Nullable LedgerException failure;
    private boolean ended;
    private boolean inDebtor;

    SqliteLedgerBatch(
            SqliteDatabase database,
            SqliteSession session,
            CreditorId creditor,
            long key,
            String actor,
            long at,
            JournalWriter journal) {
        this.file = database.file();
        this.session = session;
        this.creditor = creditor;
        this.key = key;
        this.journal = journal;
        MessageKeys keys = new MessageKeys(session, key);
        this.messages = new MessageWriter(session, key, actor, at, keys, database.storeId());
        this.states = new StateWriter(session, key, at, keys);
        this.cases = new CaseWriter(session, key);
    }

    /** A change that yields something. */
    @FunctionalInterface
    private interface Change<T> {

        T run() throws SQLException;
    }

    /** A change that yields nothing. */
    @FunctionalInterface
    private interface Command {

        void run() throws SQLException;
    }

    /** Makes the batch unusable. */
    void close() {
        ended = true;
    }

    /** Throws what broke the batch, even if the work kept quiet about it. */
    void requireUnbroken() throws LedgerException {
        LedgerException known = failure;
        if (known != null) {
            throw known;
        }
    }

    @Override
    public Optional<Exception> forDebtor(DebtorId debtor, DebtorWork work) throws LedgerException {
        requireNonNull(debtor, "debtor");
        requireNonNull(work, "work");
        if (inDebtor) {
            throw new IllegalStateException("work for one debtor is not nested");
        }
        run(() -> session.update("SAVEPOINT debtor"));
        int mark = journal.mark();
        inDebtor = true;
        try {
            work.run();
            run(() -> session.update("RELEASE debtor"));
            return Optional.empty();
        } catch (RuntimeException | DuplicateMessageException e) {
            undoDebtor(mark);
            return Optional.of(e);
        } finally {
            inDebtor = false;
        }
    }

    private void undoDebtor(int mark) throws LedgerException {
        run(() -> {
            session.update("ROLLBACK TO debtor");
            session.update("RELEASE debtor");
        });
        journal.backTo(mark);
    }

    @Override
    public RunId beginRun(LocalDate asOf, StoreId store) throws LedgerException {
        return get(() -> messages.beginRun(asOf, store.value()));
    }

    @Override
    public void completeRun(RunId run) throws LedgerException {
        run(() -> messages.completeRun(run));
    }

    @Override
    public void prepare(PreparedMessage message) throws LedgerException, DuplicateMessageException {
        message.items().forEach(item -> requireOwn(item.token().item()));
        message.credits().stream().map(ItemToken::item).forEach(this::requireOwn);
        requireUsable();
        try {
            messages.prepare(message);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public boolean change(StateChange change) throws LedgerException {
        return get(() -> states.change(change));
    }

    @Override
    public void keepContent(MessageId message, DocumentFile document) throws LedgerException {
        run(() -> messages.keepContent(message, document));
    }

    @Override
    public void journal(JournalDraft entry) throws LedgerException {
        run(() -> journal.append(entry));
    }

    @Override
    public void sentElsewhere(DebtorId debtor, ItemKey item, String step, LocalDate on) throws LedgerException {
        requireOwn(item);
        run(() -> cases.sentElsewhere(debtor.value(), item, step, on));
    }

    @Override
    public void settled(DebtorId debtor, ItemKey item, LocalDate on, boolean byMoney) throws LedgerException {
        requireOwn(item);
        run(() -> cases.settled(debtor.value(), item, on, byMoney));
    }

    @Override
    public void reopened(DebtorId debtor, ItemKey item) throws LedgerException {
        requireOwn(item);
        run(() -> cases.reopened(debtor.value(), item));
    }

    @Override
    public void put(DebtorId debtor, Commitment commitment) throws LedgerException {
        commitment.items().forEach(this::requireOwn);
        run(() -> cases.put(debtor.value(), commitment));
    }

    @Override
    public void put(DebtorId debtor, Dispute dispute) throws LedgerException {
        requireOwn(dispute.item());
        run(() -> cases.put(debtor.value(), dispute));
    }

    @Override
    public void put(DebtorId debtor, Hold hold) throws LedgerException {
        hold.item().ifPresent(this::requireOwn);
        run(() -> cases.put(debtor.value(), hold));
    }

    @Override
    public boolean putUnlessKnown(DebtorId debtor, Hold hold) throws LedgerException {
        hold.item().ifPresent(this::requireOwn);
        return get(() -> cases.putUnlessKnown(debtor.value(), hold));
    }

    @Override
    public void lift(DebtorId debtor, String holdId) throws LedgerException {
        run(() -> cases.lift(debtor.value(), holdId));
    }

    @Override
    public void record(DebtorId debtor, CaseRecord record) throws LedgerException {
        if (record instanceof Contact contact) {
            contact.item().ifPresent(this::requireOwn);
        } else if (record instanceof Goodwill goodwill) {
            goodwill.item().ifPresent(this::requireOwn);
        }
        run(() -> cases.record(debtor.value(), record));
    }

    @Override
    public void declare(DebtorId debtor, InvoiceId invoice, SendingEvidence evidence) throws LedgerException {
        run(() -> cases.declare(debtor.value(), invoice, evidence));
    }

    @Override
    public void awayAt(DebtorId debtor, Optional<String> place) throws LedgerException {
        run(() -> cases.awayAt(debtor.value(), place));
    }

    @Override
    public void answered(DebtorId debtor, String answers, PolicyPin pin) throws LedgerException {
        run(() -> cases.answered(debtor.value(), answers, pin));
    }

    @Override
    public void stop(boolean stopped) throws LedgerException {
        run(() -> session.update("UPDATE creditor SET stopped = ? WHERE creditor = ?", stopped ? 1 : 0, key));
    }

    @Override
    public void cursor(StoreId store, ChangeCursor cursor) throws LedgerException {
        run(() -> session.update(
                "INSERT INTO store_cursor (creditor, store, cursor) VALUES (?, ?, ?)"
                        + " ON CONFLICT (creditor, store) DO UPDATE SET cursor = excluded.cursor",
                key,
                store.value(),
                cursor.value()));
    }

    private void requireOwn(ItemKey item) {
        if (!item.creditor().equals(creditor)) {
            throw new IllegalArgumentException("item " + item + " is of creditor " + item.creditor());
        }
    }

    private void requireUsable() throws LedgerException {
        if (ended) {
            throw new IllegalStateException("the unit of work is over");
        }
        requireUnbroken();
    }

    private void run(Command change) throws LedgerException {
        get(() -> {
            change.run();
            return Boolean.TRUE;
        });
    }

    private <T> T get(Change<T> change) throws LedgerException {
        requireUsable();
        try {
            return change.run();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private LedgerException failed(SQLException cause) {
        LedgerException known = Failures.ledger(file, cause);
        failure = known;
        return known;
    }
}
