package org.quittance.store.sqlite;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.model.DebtorId;

/** Appends the entries of one transaction to a creditor's journal, and the link that seals them. */
final class JournalWriter {

    private static final String LAST_ENTRY =
            "SELECT sequence FROM journal_entry WHERE creditor = ? ORDER BY sequence DESC LIMIT 1";

    private static final String LAST_LINK =
            "SELECT number, link_hash FROM journal_link WHERE creditor = ? ORDER BY number DESC LIMIT 1";

    private static final String ADD_ENTRY =
            "INSERT INTO journal_entry (creditor, at, actor, sequence, kind, payload_hash, entry_hash) VALUES";

    private static final String ADD_PAYLOAD =
            "INSERT INTO journal_payload (creditor, entry, sequence, salt, debtor, payload) VALUES";

    /** The key of a payload is its creditor's number times this plus the sequence of its entry. */
    private static final long ENTRIES_PER_CREDITOR = 1L << 40;

    /** Entries that go into one statement. */
    private static final int AT_ONCE = 16;

    private static final int ENTRY_SHARED = 3;
    private static final int ENTRY_VALUES = 4;
    private static final int PAYLOAD_SHARED = 1;
    private static final int PAYLOAD_VALUES = 5;

    private static final String[] ADD_ENTRIES = statements(ADD_ENTRY, "(?1, ?2, ?3", ENTRY_SHARED, ENTRY_VALUES);
    private static final String[] ADD_PAYLOADS = statements(ADD_PAYLOAD, "(?1", PAYLOAD_SHARED, PAYLOAD_VALUES);

    private static final String ADD_LINK =
            "INSERT INTO journal_link (creditor, number, epoch, first_sequence, last_sequence, link_hash)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";

    private static final int SALT_BYTES = 16;

    private final SqliteSession session;
    private final long creditor;
    private final String creditorName;
    private final String actor;
    private final long at;
    private final SecureRandom random;
    private final JournalHashes hashes = new JournalHashes();
    private final List<Entry> entries = new ArrayList<>();
    private final long firstSequence;

    JournalWriter(SqliteSession session, long creditor, String creditorName, String actor, long at, SecureRandom random)
            throws SQLException {
        this.session = session;
        this.creditor = creditor;
        this.creditorName = creditorName;
        this.actor = actor;
        this.at = at;
        this.random = random;
        this.firstSequence = session.number(0, LAST_ENTRY, creditor) + 1;
    }

    /** An entry that is written when the transaction is sealed, so that what is undone before was never there. */
    private record Entry(
            String kind, Optional<String> debtor, String payload, byte[] salt, byte[] payloadHash, byte[] hash) {}

    /** For each number of rows the statement that inserts so many; what all rows share is bound once. */
    private static String[] statements(String insert, String shared, int sharedValues, int valuesPerRow) {
        String[] statements = new String[AT_ONCE + 1];
        StringBuilder sql = new StringBuilder(insert);
        for (int count = 1; count <= AT_ONCE; count++) {
            sql.append(count == 1 ? " " : ", ").append(shared);
            for (int value = 1; value <= valuesPerRow; value++) {
                sql.append(", ?").append(sharedValues + (count - 1) * valuesPerRow + value);
            }
            statements[count] = sql.append(')').toString();
        }
        return statements;
    }

    void append(JournalDraft draft) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        long sequence = firstSequence + entries.size();
        Optional<String> debtor = draft.debtor().map(DebtorId::value);
        byte[] payloadHash = hashes.payload(salt, debtor, draft.payload());
        byte[] hash = hashes.entry(sequence, at, actor, draft.kind(), payloadHash);
        entries.add(new Entry(draft.kind(), debtor, draft.payload(), salt, payloadHash, hash));
    }

    /** How many entries there are, to come back to after a savepoint was rolled back. */
    int mark() {
        return entries.size();
    }

    void backTo(int mark) {
        entries.subList(mark, entries.size()).clear();
    }

    /** Writes and seals the entries, if there are any; nothing can be appended afterwards. */
    void seal() throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        for (int first = 0; first < entries.size(); first += AT_ONCE) {
            write(first, entries.subList(first, Math.min(first + AT_ONCE, entries.size())));
        }
        long number = 1;
        byte[] previous;
        try (ResultSet last = session.query(LAST_LINK, creditor)) {
            if (last.next()) {
                number = last.getLong(1) + 1;
                previous = last.getBytes(2);
            } else {
                previous = hashes.genesis(
                        session.text("SELECT id FROM installation").orElseThrow(), creditorName);
            }
        }
        long epoch = session.number(0, "SELECT epoch FROM installation");
        byte[] hash = hashes.link(
                previous,
                number,
                epoch,
                firstSequence,
                entries.stream().map(Entry::hash).toList());
        session.update(ADD_LINK, creditor, number, epoch, firstSequence, firstSequence + entries.size() - 1, hash);
    }

    private void write(int first, List<Entry> some) throws SQLException {
        @Nullable Object[] rows = new @Nullable Object[ENTRY_SHARED + some.size() * ENTRY_VALUES];
        @Nullable Object[] payloads = new @Nullable Object[PAYLOAD_SHARED + some.size() * PAYLOAD_VALUES];
        rows[0] = creditor;
        rows[1] = at;
        rows[2] = actor;
        payloads[0] = creditor;
        int row = ENTRY_SHARED;
        int payload = PAYLOAD_SHARED;
        long sequence = firstSequence + first;
        for (Entry entry : some) {
            rows[row++] = sequence;
            rows[row++] = entry.kind();
            rows[row++] = entry.payloadHash();
            rows[row++] = entry.hash();
            payloads[payload++] = creditor * ENTRIES_PER_CREDITOR + sequence;
            payloads[payload++] = sequence;
            payloads[payload++] = entry.salt();
            payloads[payload++] = Codes.value(entry.debtor());
            payloads[payload++] = entry.payload();
            sequence++;
        }
        session.update(ADD_ENTRIES[some.size()], rows);
        session.update(ADD_PAYLOADS[some.size()], payloads);
    }
}
