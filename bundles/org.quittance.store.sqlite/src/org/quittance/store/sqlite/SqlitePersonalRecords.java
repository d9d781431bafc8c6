package org.quittance.store.sqlite;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.PersonalRecords;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.time.BusinessClock;

/**
 * Finds what is held about a debtor by the shape of the tables, so that a table added later is never forgotten: whatever has
 * the columns {@code creditor} and {@code debtor} is about a debtor.
 */
@Component(service = PersonalRecords.class, immediate = true)
public final class SqlitePersonalRecords implements PersonalRecords {

    private final SqliteDatabase database;
    private final BusinessClock clock;

    @Activate
    public SqlitePersonalRecords(@Reference SqliteDatabase database, @Reference BusinessClock clock) {
        this.database = requireNonNull(database, "database");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public Standing standing(CreditorId creditor, DebtorId debtor) throws LedgerException {
        requireNonNull(creditor, "creditor");
        requireNonNull(debtor, "debtor");
        try {
            return database.read(session -> {
                Optional<Long> key = database.creditor(session, creditor);
                return key.isEmpty()
                        ? new Standing(false, 0, 0, 0, Optional.<LocalDate>empty(), Optional.<LocalDate>empty())
                        : new DebtorTables(session, key.get(), debtor.value()).standing();
            });
        } catch (SQLException e) {
            throw Failures.ledger(database.file(), e);
        }
    }

    @Override
    public void read(CreditorId creditor, DebtorId debtor, Reader reader) throws LedgerException, IOException {
        requireNonNull(creditor, "creditor");
        requireNonNull(debtor, "debtor");
        requireNonNull(reader, "reader");
        try {
            database.<Boolean, IOException>read(session -> {
                Optional<Long> key = database.creditor(session, creditor);
                if (key.isPresent()) {
                    new DebtorTables(session, key.get(), debtor.value()).read(reader);
                }
                return Boolean.TRUE;
            });
        } catch (SQLException e) {
            throw Failures.ledger(database.file(), e);
        }
    }

    @Override
    public Erasure erase(CreditorId creditor, DebtorId debtor, Actor actor, boolean ledgerToo) throws LedgerException {
        requireNonNull(creditor, "creditor");
        requireNonNull(debtor, "debtor");
        requireNonNull(actor, "actor");
        try {
            Erasure erasure = database.write(session -> {
                long key = database.creditorToWrite(session, creditor);
                return erase(session, key, creditor, debtor, actor, ledgerToo);
            });
            // Pages that were split long ago may hold remains that no deletion reaches, and the log pages as they were.
            database.rewrite();
            database.moveLog();
            return erasure;
        } catch (SQLException e) {
            throw Failures.ledger(database.file(), e);
        }
    }

    private Erasure erase(
            SqliteSession session, long key, CreditorId creditor, DebtorId debtor, Actor actor, boolean ledgerToo)
            throws SQLException {
        // Children may go before or after their parents; what is deleted is overwritten, not only unlinked.
        session.script("PRAGMA defer_foreign_keys = ON");
        session.script("PRAGMA secure_delete = ON");
        JournalWriter journal = new JournalWriter(
                session, key, creditor.value(), actor.name(), Codes.of(clock.now()), new SecureRandom());
        DebtorTables tables = new DebtorTables(session, key, debtor.value());
        List<Long> sequences = tables.payloads();
        tables.erasePayloads(journal.next());
        Erasure erasure = tables.erase(ledgerToo, sequences.size());
        journal.append(JournalDraft.general("personal.erased", new JournalHashes().erasure(sequences)));
        journal.seal();
        return erasure;
    }
}
