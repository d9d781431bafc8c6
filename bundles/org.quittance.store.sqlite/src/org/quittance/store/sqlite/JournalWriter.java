package org.quittance.store.sqlite;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.ledger.JournalDraft;
import org.quittance.api.model.DebtorId;

/** Appends the entries of one transaction to a creditor's journal, and the link that seals them. */
final class JournalWriter {

    private static final String LAST_ENTRY =
            "SELECT sequence FROM journal_entry WHERE creditor = ? ORDER BY sequence DESC LIMIT 1";

    private static final String LAST_LINK =
            "SELECT number, link_hash FROM journal_link WHERE creditor = ? ORDER BY number DESC LIMIT 1";

    private static final String ADD_ENTRY =
            "INSERT INTO journal_entry (creditor, sequence, at, actor, kind, payload_hash, entry_hash)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";

    private static final String ADD_PAYLOAD =
            "INSERT INTO journal_payload (creditor, sequence, salt, debtor, payload) VALUES (?, ?, ?, ?, ?)";

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
    private final List<byte[]> entries = new ArrayList<>();
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

    void append(JournalDraft draft) throws SQLException {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        long sequence = firstSequence + entries.size();
        Optional<String> debtor = draft.debtor().map(DebtorId::value);
        byte[] payloadHash = hashes.payload(salt, debtor, draft.payload());
        byte[] entryHash = hashes.entry(sequence, at, actor, draft.kind(), payloadHash);
        session.update(ADD_ENTRY, creditor, sequence, at, actor, draft.kind(), payloadHash, entryHash);
        session.update(ADD_PAYLOAD, creditor, sequence, salt, Codes.value(debtor), draft.payload());
        entries.add(entryHash);
    }

    /** The sequence the next entry will have. */
    long next() {
        return firstSequence + entries.size();
    }

    /** How many entries there are, to come back to after a savepoint was rolled back. */
    int mark() {
        return entries.size();
    }

    void backTo(int mark) {
        entries.subList(mark, entries.size()).clear();
    }

    /** Seals the entries, if there are any; nothing can be appended afterwards. */
    void seal() throws SQLException {
        if (entries.isEmpty()) {
            return;
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
        byte[] hash = hashes.link(previous, number, epoch, firstSequence, entries);
        session.update(ADD_LINK, creditor, number, epoch, firstSequence, firstSequence + entries.size() - 1, hash);
    }
}
