package org.quittance.store.sqlite;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.ledger.CaseJournal;
import org.quittance.api.ledger.JournalEntry;
import org.quittance.api.ledger.JournalHead;
import org.quittance.api.ledger.JournalLink;
import org.quittance.api.ledger.JournalReader;
import org.quittance.api.ledger.JournalRecord;
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

    private static final String LINK = """
        SELECT l.number, l.epoch, l.first_sequence, l.last_sequence, l.link_hash, e.at
        FROM journal_link l JOIN journal_entry e ON e.creditor = l.creditor AND e.sequence = l.last_sequence
        WHERE l.creditor = ? AND l.number = ?\
        """;

    private static final String LAST_LINK = "SELECT max(number) FROM journal_link WHERE creditor = ?";

    private static final String LINKS = """
        SELECT number, epoch, first_sequence, last_sequence, link_hash
        FROM journal_link WHERE creditor = ? AND number <= ? ORDER BY number\
        """;

    private static final String RECORDS = """
        SELECT e.sequence, e.at, e.actor, e.kind, p.debtor, p.payload, p.salt, e.payload_hash, e.entry_hash
        FROM journal_entry e LEFT JOIN journal_payload p ON p.entry = e.creditor * 1099511627776 + e.sequence
        WHERE e.creditor = ? AND e.sequence BETWEEN ? AND ? ORDER BY e.sequence\
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
                        ? JournalVerification.valid(0, "")
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
                entries.add(entry(rows));
            }
        }
        return entries;
    }

    private static JournalEntry entry(ResultSet row) throws SQLException {
        return new JournalEntry(
                row.getLong(1),
                Codes.instant(row.getLong(2)),
                row.getString(3),
                row.getString(4),
                Columns.text(row, 5).map(DebtorId::of),
                Columns.text(row, 6));
    }

    @Override
    public Optional<JournalHead> head(CreditorId creditor) throws LedgerException {
        return head(creditor, Optional.empty());
    }

    @Override
    public Optional<JournalHead> head(CreditorId creditor, long link) throws LedgerException {
        return head(creditor, Optional.of(link));
    }

    private Optional<JournalHead> head(CreditorId creditor, Optional<Long> link) throws LedgerException {
        requireNonNull(creditor, "creditor");
        try {
            return database.read(session -> {
                Optional<Long> key = database.creditor(session, creditor);
                if (key.isEmpty()) {
                    return Optional.<JournalHead>empty();
                }
                long number = link.isPresent() ? link.get() : session.number(0, LAST_LINK, key.get());
                try (ResultSet row = session.query(LINK, key.get(), number)) {
                    return row.next()
                            ? Optional.of(
                                    new JournalHead(creditor, database.id(), link(row), Codes.instant(row.getLong(6))))
                            : Optional.<JournalHead>empty();
                }
            });
        } catch (SQLException e) {
            throw Failures.ledger(database.file(), e);
        }
    }

    @Override
    public void read(CreditorId creditor, long lastLink, JournalReader reader) throws LedgerException, IOException {
        requireNonNull(creditor, "creditor");
        requireNonNull(reader, "reader");
        try {
            database.<Boolean, IOException>read(session -> {
                Optional<Long> key = database.creditor(session, creditor);
                if (key.isPresent()) {
                    read(session, key.get(), lastLink, reader);
                }
                return Boolean.TRUE;
            });
        } catch (SQLException e) {
            throw Failures.ledger(database.file(), e);
        }
    }

    private static void read(SqliteSession session, long creditor, long lastLink, JournalReader reader)
            throws SQLException, IOException {
        try (ResultSet rows = session.query(LINKS, creditor, lastLink)) {
            while (rows.next()) {
                JournalLink link = link(rows);
                try (ResultSet entries = session.query(RECORDS, creditor, link.firstSequence(), link.lastSequence())) {
                    while (entries.next()) {
                        reader.entry(record(entries));
                    }
                }
                reader.link(link);
            }
        }
    }

    private static JournalLink link(ResultSet row) throws SQLException {
        return new JournalLink(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), hex(row.getBytes(5)));
    }

    private static JournalRecord record(ResultSet row) throws SQLException {
        byte @Nullable [] salt = row.getBytes(7);
        return new JournalRecord(
                entry(row),
                salt == null ? Optional.empty() : Optional.of(hex(salt)),
                hex(row.getBytes(8)),
                hex(row.getBytes(9)));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
