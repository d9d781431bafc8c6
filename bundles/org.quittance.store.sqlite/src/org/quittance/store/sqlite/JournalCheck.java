package org.quittance.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.ledger.JournalVerification;

/** Recomputes every hash of one creditor's journal, link by link, with the entries of one link in memory. */
final class JournalCheck {

    private static final String LINKS = """
        SELECT number, epoch, first_sequence, last_sequence, link_hash
        FROM journal_link WHERE creditor = ? ORDER BY number\
        """;

    private static final String ENTRIES = """
        SELECT e.sequence, e.at, e.actor, e.kind, e.payload_hash, e.entry_hash, p.salt, p.debtor, p.payload
        FROM journal_entry e LEFT JOIN journal_payload p ON p.entry = e.creditor * 1099511627776 + e.sequence
        WHERE e.creditor = ? ORDER BY e.sequence\
        """;

    private static final String STRAY = """
        SELECT p.sequence FROM journal_payload p WHERE p.creditor = ?
          AND NOT EXISTS (SELECT 1 FROM journal_entry e WHERE e.creditor = p.creditor AND e.sequence = p.sequence)
        ORDER BY p.sequence LIMIT 1\
        """;

    private final SqliteSession session;
    private final long creditor;
    private final JournalHashes hashes = new JournalHashes();
    private byte[] head;
    private long checked;

    JournalCheck(SqliteSession session, long creditor, String installation, String creditorName) {
        this.session = session;
        this.creditor = creditor;
        this.head = hashes.genesis(installation, creditorName);
    }

    JournalVerification run() throws SQLException {
        Optional<String> broken;
        long links = 0;
        try (ResultSet link = session.query(LINKS, creditor);
                ResultSet entry = session.query(ENTRIES, creditor)) {
            broken = Optional.empty();
            boolean more = entry.next();
            while (broken.isEmpty() && link.next()) {
                links++;
                broken = checkLink(link, links, entry, more);
                more = broken.isEmpty() && entry.next();
            }
            if (broken.isEmpty() && more) {
                broken = Optional.of("entry " + entry.getLong(1) + " belongs to no link: a link was deleted");
            }
        }
        if (broken.isEmpty()) {
            broken = stray();
        }
        return new JournalVerification(checked, links == 0 ? "" : HexFormat.of().formatHex(head), broken);
    }

    /** Leaves {@code entry} at the last entry of the link. */
    private Optional<String> checkLink(ResultSet link, long expectedNumber, ResultSet entry, boolean present)
            throws SQLException {
        long number = link.getLong(1);
        if (number != expectedNumber) {
            return Optional.of("link " + expectedNumber + " is missing");
        }
        long first = link.getLong(3);
        long last = link.getLong(4);
        if (first != checked + 1) {
            return Optional.of("link " + number + " begins at entry " + first + ", expected " + (checked + 1));
        }
        List<byte[]> entryHashes = new ArrayList<>();
        boolean at = present;
        for (long sequence = first; sequence <= last; sequence++) {
            if (sequence > first) {
                at = entry.next();
            }
            Optional<String> broken = at
                    ? checkEntry(entry, sequence, number)
                    : Optional.of("entry " + sequence + " of link " + number + " is missing");
            if (broken.isPresent()) {
                return broken;
            }
            entryHashes.add(entry.getBytes(6));
            checked++;
        }
        head = hashes.link(head, number, link.getLong(2), first, entryHashes);
        return Arrays.equals(head, link.getBytes(5))
                ? Optional.empty()
                : Optional.of(
                        "link " + number + " does not fit the link before it and its entries " + first + " to " + last);
    }

    private Optional<String> checkEntry(ResultSet entry, long expected, long link) throws SQLException {
        long sequence = entry.getLong(1);
        if (sequence != expected) {
            return Optional.of("entry " + expected + " of link " + link + " is missing");
        }
        byte[] payloadHash = entry.getBytes(5);
        byte[] hash = hashes.entry(sequence, entry.getLong(2), entry.getString(3), entry.getString(4), payloadHash);
        if (!Arrays.equals(hash, entry.getBytes(6))) {
            return Optional.of("entry " + sequence + " of link " + link + " was changed");
        }
        byte @Nullable [] salt = entry.getBytes(7);
        if (salt == null) {
            return Optional.empty();
        }
        byte[] payload = hashes.payload(salt, Columns.text(entry, 8), entry.getString(9));
        return Arrays.equals(payload, payloadHash)
                ? Optional.empty()
                : Optional.of("the payload of entry " + sequence + " of link " + link + " was changed");
    }

    private Optional<String> stray() throws SQLException {
        long sequence = session.number(0, STRAY, creditor);
        return sequence == 0
                ? Optional.empty()
                : Optional.of("a payload belongs to entry " + sequence + ", which is missing");
    }
}
