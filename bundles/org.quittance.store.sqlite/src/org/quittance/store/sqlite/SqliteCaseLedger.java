package org.quittance.store.sqlite;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.LedgerWork;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.store.ChangeCursor;
import org.quittance.api.store.StoreId;
import org.quittance.api.time.BusinessClock;

/** Case journal and send ledger in the embedded database; instants come from the clock of the suite. */
@Component(service = CaseLedger.class, immediate = true)
public final class SqliteCaseLedger implements CaseLedger {

    private final SqliteDatabase database;
    private final BusinessClock clock;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public SqliteCaseLedger(@Reference SqliteDatabase database, @Reference BusinessClock clock) {
        this.database = requireNonNull(database, "database");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public String id() {
        return database.id();
    }

    @Override
    public Map<DebtorId, CaseHistory> histories(CreditorId creditor, Collection<DebtorId> debtors)
            throws LedgerException {
        requireNonNull(creditor, "creditor");
        List<DebtorId> asked = List.copyOf(debtors);
        try {
            return database.read(session -> {
                Optional<Long> key = database.creditor(session, creditor);
                return key.isEmpty()
                        ? withoutHistory(asked)
                        : new HistoryReader(session, key.get(), creditor, asked).read();
            });
        } catch (SQLException e) {
            throw Failures.ledger(database.file(), e);
        }
    }

    private static Map<DebtorId, CaseHistory> withoutHistory(List<DebtorId> debtors) {
        Map<DebtorId, CaseHistory> histories = new HashMap<>();
        debtors.forEach(debtor -> histories.put(debtor, CaseHistory.of(debtor).build()));
        return histories;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if this thread is in a unit of work or has an intake open: it would wait for itself
     */
    @Override
    public void write(CreditorId creditor, Actor actor, LedgerWork work) throws LedgerException {
        requireNonNull(creditor, "creditor");
        requireNonNull(actor, "actor");
        requireNonNull(work, "work");
        try {
            long key = database.<Long, LedgerException>write(session -> run(session, creditor, actor, work));
            database.remember(creditor, key);
        } catch (SQLException e) {
            throw Failures.ledger(database.file(), e);
        }
    }

    private long run(SqliteSession session, CreditorId creditor, Actor actor, LedgerWork work)
            throws SQLException, LedgerException {
        long key = database.creditorToWrite(session, creditor);
        long at = Codes.of(clock.now());
        JournalWriter journal = new JournalWriter(session, key, creditor.value(), actor.name(), at, random);
        SqliteLedgerBatch batch = new SqliteLedgerBatch(database, session, creditor, key, actor.name(), at, journal);
        try {
            work.run(batch);
        } finally {
            batch.close();
        }
        batch.requireUnbroken();
        journal.seal();
        return key;
    }

    @Override
    public boolean isStopped(CreditorId creditor) throws LedgerException {
        requireNonNull(creditor, "creditor");
        try {
            return database.read(session -> session.number(
                            0,
                            "SELECT coalesce((SELECT stopped FROM creditor WHERE name = ?), epoch > 1) FROM"
                                    + " installation",
                            creditor.value())
                    != 0);
        } catch (SQLException e) {
            throw Failures.ledger(database.file(), e);
        }
    }

    @Override
    public Optional<ChangeCursor> cursor(CreditorId creditor, StoreId store) throws LedgerException {
        requireNonNull(creditor, "creditor");
        requireNonNull(store, "store");
        try {
            return database.read(session -> {
                Optional<Long> key = database.creditor(session, creditor);
                return key.isEmpty()
                        ? Optional.<ChangeCursor>empty()
                        : session.text(
                                        "SELECT cursor FROM store_cursor WHERE creditor = ? AND store = ?",
                                        key.get(),
                                        store.value())
                                .map(ChangeCursor::new);
            });
        } catch (SQLException e) {
            throw Failures.ledger(database.file(), e);
        }
    }
}
