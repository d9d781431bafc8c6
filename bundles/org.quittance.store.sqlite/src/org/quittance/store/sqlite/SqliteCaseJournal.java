package org.quittance.store.sqlite;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.ledger.CaseJournal;
import org.quittance.api.ledger.JournalEntry;
import org.quittance.api.ledger.JournalVerification;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;

/** Reads and checks the journal. A journal whose end was cut off can be told only against a head that was exported. */
@Component(service = CaseJournal.class, immediate = true)
public final class SqliteCaseJournal implements CaseJournal {

    private static final String ENTRIES = """
        SELECT e.sequence, e.at, e.actor, e.kind, p.debtor, p.payload
        FROM journal_entry e LEFT JOIN journal_payload p ON p.entry = e.creditor * 1099511627776 + e.sequence
        WHERE e.creditor = ? ORDER BY e.sequence DESC LIMIT ?\
        """;

    private static final String ENTRIES_OF_DEBTOR = """
        SELECT e.sequence, e.at, e.actor, e.kind, p.debtor, p.payload
        FROM journal_payload p CROSS JOIN journal_entry e USING (creditor, sequence)
        WHERE p.creditor = ? AND p.debtor = ? ORDER BY p.entry DESC LIMIT ?\
        """;

    private final SqliteDatabase database;

    @Activate
    public SqliteCaseJournal(@Reference SqliteDatabase database) {
        this.database = requireNonNull(database, "database");
    }

    @Override
    public JournalVerification verify(CreditorId creditor) throws LedgerException {
        requireNonNull(creditor, "creditor");
        try {
            return database.read(session -> {
                Optional<Long> key = database.creditor(session, creditor);
                return key.isEmpty()
                        ? new JournalVerification(0, "", Optional.empty())
                        : new JournalCheck(session, key.get(), database.id(), creditor.value()).run();
            });
        } catch (SQLException e) {
            throw Failures.ledger(database.file(), e);
        }
    }

    @Override
    public List<JournalEntry> entries(CreditorId creditor, Optional<DebtorId> debtor, int limit)
            throws LedgerException {
        requireNonNull(creditor, "creditor");
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + ", at least 1");
        }
        try {
            return database.read(session -> {
                Optional<Long> key = database.creditor(session, creditor);
                return key.isEmpty() ? List.<JournalEntry>of() : entries(session, key.get(), debtor, limit);
            });
        } catch (SQLException e) {
            throw Failures.ledger(database.file(), e);
        }
    }

    private static List<JournalEntry> entries(
            SqliteSession session, long creditor, Optional<DebtorId> debtor, int limit) throws SQLException {
        List<JournalEntry> entries = new ArrayList<>();
        try (ResultSet rows = debtor.isEmpty()
                ? session.query(ENTRIES, creditor, limit)
                : session.query(ENTRIES_OF_DEBTOR, creditor, debtor.get().value(), limit)) {
            while (rows.next()) {
                entries.add(new JournalEntry(
                        rows.getLong(1),
                        Codes.instant(rows.getLong(2)),
                        rows.getString(3),
                        rows.getString(4),
                        Columns.text(rows, 5).map(DebtorId::of),
                        Columns.text(rows, 6)));
            }
        }
        return entries;
    }
}
