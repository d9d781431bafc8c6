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

    private static final String ERASED = "SELECT 1 FROM journal_erasure WHERE creditor = ? AND sequence = ?";

    private static final String ERASURES =
            "SELECT erased_by, sequence FROM journal_erasure WHERE creditor = ? ORDER BY erased_by, sequence";

    private static final String ERASING = """
        SELECT p.payload FROM journal_entry e JOIN journal_payload p ON p.entry = e.creditor * 1099511627776 + e.sequence
        WHERE e.creditor = ? AND e.sequence = ? AND e.kind = 'personal.erased'\
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

    /** What does not fit, and the entry it begins with. */
    private record Broken(long sequence, String finding) {

        static Optional<Broken> at(long sequence, String finding) {
            return Optional.of(new Broken(sequence, finding));
        }
    }

    JournalVerification run() throws SQLException {
        Optional<Broken> broken;
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
                broken = Broken.at(
                        entry.getLong(1), "entry " + entry.getLong(1) + " belongs to no link: a link was deleted");
            }
        }
        if (broken.isEmpty()) {
            broken = stray();
        }
        if (broken.isEmpty()) {
            broken = erasures();
        }
        String last = links == 0 ? "" : HexFormat.of().formatHex(head);
        return broken.isPresent()
                ? JournalVerification.broken(
                        checked, last, broken.get().sequence(), broken.get().finding())
                : JournalVerification.valid(checked, last);
    }

    /** Leaves {@code entry} at the last entry of the link. */
    private Optional<Broken> checkLink(ResultSet link, long expectedNumber, ResultSet entry, boolean present)
            throws SQLException {
        long number = link.getLong(1);
        if (number != expectedNumber) {
            return Broken.at(checked + 1, "link " + expectedNumber + " is missing");
        }
        long first = link.getLong(3);
        long last = link.getLong(4);
        if (first != checked + 1) {
            return Broken.at(
                    checked + 1, "link " + number + " begins at entry " + first + ", expected " + (checked + 1));
        }
        List<byte[]> entryHashes = new ArrayList<>();
        boolean at = present;
        for (long sequence = first; sequence <= last; sequence++) {
            if (sequence > first) {
                at = entry.next();
            }
            Optional<Broken> broken = at
                    ? checkEntry(entry, sequence, number)
                    : Broken.at(sequence, "entry " + sequence + " of link " + number + " is missing");
            if (broken.isPresent()) {
                return broken;
            }
            entryHashes.add(entry.getBytes(6));
            checked++;
        }
        head = hashes.link(head, number, link.getLong(2), first, entryHashes);
        return Arrays.equals(head, link.getBytes(5))
                ? Optional.empty()
                : Broken.at(
                        first,
                        "link " + number + " does not fit the link before it and its entries " + first + " to " + last);
    }

    private Optional<Broken> checkEntry(ResultSet entry, long expected, long link) throws SQLException {
        long sequence = entry.getLong(1);
        if (sequence != expected) {
            return Broken.at(expected, "entry " + expected + " of link " + link + " is missing");
        }
        byte[] payloadHash = entry.getBytes(5);
        byte[] hash = hashes.entry(sequence, entry.getLong(2), entry.getString(3), entry.getString(4), payloadHash);
        if (!Arrays.equals(hash, entry.getBytes(6))) {
            return Broken.at(sequence, "entry " + sequence + " of link " + link + " was changed");
        }
        byte @Nullable [] salt = entry.getBytes(7);
        if (salt == null) {
            return session.number(0, ERASED, creditor, sequence) == 1
                    ? Optional.empty()
                    : Broken.at(
                            sequence,
                            "the payload of entry " + sequence + " of link " + link
                                    + " is missing and no erasure is recorded for it");
        }
        byte[] payload = hashes.payload(salt, Columns.text(entry, 8), entry.getString(9));
        return Arrays.equals(payload, payloadHash)
                ? Optional.empty()
                : Broken.at(sequence, "the payload of entry " + sequence + " of link " + link + " was changed");
    }

    private Optional<Broken> stray() throws SQLException {
        long sequence = session.number(0, STRAY, creditor);
        return sequence == 0
                ? Optional.empty()
                : Broken.at(sequence, "a payload belongs to entry " + sequence + ", which is missing");
    }

    /** The entry of an erasure holds a hash over what it erased: nothing can be passed off as erased afterwards. */
    private Optional<Broken> erasures() throws SQLException {
        List<Long> sequences = new ArrayList<>();
        long by = 0;
        try (ResultSet rows = session.query(ERASURES, creditor)) {
            while (rows.next()) {
                if (rows.getLong(1) != by) {
                    Optional<Broken> broken = erasure(by, sequences);
                    if (broken.isPresent()) {
                        return broken;
                    }
                    by = rows.getLong(1);
                    sequences.clear();
                }
                sequences.add(rows.getLong(2));
            }
        }
        return erasure(by, sequences);
    }

    private Optional<Broken> erasure(long by, List<Long> sequences) throws SQLException {
        if (sequences.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> said = session.text(ERASING, creditor, by);
        return said.equals(Optional.of(hashes.erasure(sequences)))
                ? Optional.empty()
                : Broken.at(
                        sequences.get(0),
                        "payloads from entry " + sequences.get(0) + " on are said to be erased by entry " + by
                                + ", which does not say so");
    }
}
