package org.quittance.store.sqlite;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.ledger.PersonalRecords.Erasure;
import org.quittance.api.ledger.PersonalRecords.Reader;
import org.quittance.api.ledger.PersonalRecords.Standing;
import org.quittance.api.model.InvoiceId;

/** The rows about one debtor in every table, within one transaction. */
final class DebtorTables {

    /** The firm's accounts; they outlive the case. */
    private static final Set<String> LEDGER = Set.of(
            "item", "credit_note", "payment", "allocation", "item_change", "bank_entry", "bank_match_part", "debtor");

    /** What the bank says of who paid. */
    private static final String EMPTY_ENTRIES =
            "UPDATE bank_entry SET counterparty = NULL, iban = NULL, ultimate = NULL,"
                    + " reference = NULL, end_to_end = NULL, mandate = NULL, words = '', teaches = 0 WHERE ";

    private static final String JOURNAL = "journal_payload";

    private static final String TABLES = """
        SELECT t.name FROM sqlite_schema t WHERE t.type = 'table'
          AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) WHERE name = 'creditor')
          AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) WHERE name = 'debtor')
        ORDER BY t.name\
        """;

    /** Tables that do not name the debtor and are found through another; the condition binds creditor and debtor once each. */
    private static final Map<String, String> THROUGH_ANOTHER = Map.of(
            "credit_note",
            "(creditor, invoice) IN (SELECT creditor, invoice FROM item WHERE creditor = ?1 AND debtor = ?2)",
            "bank_match",
            "(creditor, entry) IN (SELECT creditor, number FROM bank_entry WHERE creditor = ?1 AND debtor = ?2)",
            "message_credit",
            "message IN (SELECT message FROM message WHERE creditor = ?1 AND debtor = ?2)",
            "message_content",
            "message IN (SELECT message FROM message WHERE creditor = ?1 AND debtor = ?2)",
            "journal_entry",
            "(creditor, sequence) IN (SELECT creditor, sequence FROM journal_payload WHERE creditor = ?1 AND debtor ="
                    + " ?2)");

    /** A payment may name its invoice alone. */
    private static final String PAYMENTS = "creditor = ?1 AND (debtor = ?2 OR invoice IN"
            + " (SELECT invoice FROM item WHERE creditor = ?1 AND debtor = ?2))";

    private static final String DIRECT = "creditor = ?1 AND debtor = ?2";

    private static final String PROOFS = """
        SELECT p.id, p.file_name, p.media_type, d.bytes
        FROM proof_document p JOIN content d USING (creditor, sha256)
        WHERE p.creditor = ?1 AND p.debtor = ?2 ORDER BY p.id\
        """;

    private static final String CONTENT = """
        SELECT m.message, c.file_name, c.media_type, d.bytes
        FROM message m JOIN message_content c USING (message)
          JOIN content d ON d.creditor = c.creditor AND d.sha256 = c.sha256
        WHERE m.creditor = ?1 AND m.debtor = ?2 ORDER BY c.message, c.position\
        """;

    private static final String INVOICE_DOCUMENTS = """
        SELECT i.invoice, i.file_name, i.media_type, d.bytes
        FROM invoice_document i JOIN content d ON d.creditor = i.creditor AND d.sha256 = i.sha256
        WHERE i.creditor = ?1 AND i.debtor = ?2 ORDER BY i.invoice, i.sha256\
        """;

    private static final String LAST_DOCUMENT = """
        SELECT max(day) FROM (
          SELECT max(issued) AS day FROM item WHERE creditor = ?1 AND debtor = ?2
          UNION ALL SELECT max(max(booked, coalesce(taken_back, 0))) FROM allocation WHERE creditor = ?1 AND debtor = ?2
          UNION ALL SELECT max(max(booked, coalesce(taken_back, 0))) FROM payment WHERE creditor = ?1 AND debtor = ?2)\
        """;

    private static final String LAST_ACT = """
        SELECT max(day) FROM (
          SELECT max(max(issued, due)) AS day FROM item WHERE creditor = ?1 AND debtor = ?2
          UNION ALL SELECT max(max(booked, coalesce(taken_back, 0))) FROM allocation WHERE creditor = ?1 AND debtor = ?2
          UNION ALL SELECT max(max(as_of, coalesce(sent_on, 0))) FROM message WHERE creditor = ?1 AND debtor = ?2
          UNION ALL SELECT max(e.at) / 86400000000 FROM journal_payload p JOIN journal_entry e USING (creditor, sequence)
            WHERE p.creditor = ?1 AND p.debtor = ?2 AND e.kind NOT LIKE 'personal.%')\
        """;

    private static final String COMMITMENTS = """
        SELECT (SELECT count(*) FROM commitment WHERE creditor = ?1 AND debtor = ?2 AND state = 'LIVE')
          + (SELECT count(*) FROM dispute WHERE creditor = ?1 AND debtor = ?2 AND closed_on IS NULL)\
        """;

    /** Prepared, approved, sending, awaiting confirmation, deferred, unknown. */
    private static final String LIVE_MESSAGES =
            "SELECT count(*) FROM live_step WHERE creditor = ?1 AND debtor = ?2 AND outcome IN (1, 2)";

    private final SqliteSession session;
    private final long creditor;
    private final String debtor;

    DebtorTables(SqliteSession session, long creditor, String debtor) {
        this.session = session;
        this.creditor = creditor;
        this.debtor = debtor;
    }

    Standing standing() throws SQLException {
        boolean known = false;
        for (String table : names()) {
            known |= count("SELECT count(*) FROM " + table + " WHERE " + condition(table)) > 0;
        }
        return new Standing(
                known,
                count("SELECT count(*) FROM item WHERE creditor = ?1 AND debtor = ?2 AND open_minor <> 0"),
                count(LIVE_MESSAGES),
                count(COMMITMENTS),
                day(LAST_DOCUMENT),
                day(LAST_ACT));
    }

    void read(Reader reader) throws SQLException, IOException {
        List<String> tables = names();
        THROUGH_ANOTHER.keySet().stream().sorted().forEach(tables::add);
        for (String table : tables) {
            rows(table, reader);
        }
        MessageKeys keys = new MessageKeys(session, creditor);
        try (ResultSet rows = session.query(CONTENT, creditor, debtor)) {
            while (rows.next()) {
                reader.document(
                        keys.message(rows.getLong(1)).value(),
                        DocumentFile.of(rows.getString(2), rows.getString(3), rows.getBytes(4)));
            }
        }
        try (ResultSet rows = session.query(PROOFS, creditor, debtor)) {
            while (rows.next()) {
                reader.document(
                        rows.getString(1), DocumentFile.of(rows.getString(2), rows.getString(3), rows.getBytes(4)));
            }
        }
        try (ResultSet rows = session.query(INVOICE_DOCUMENTS, creditor, debtor)) {
            while (rows.next()) {
                reader.document(
                        InvoiceId.of(rows.getString(1)),
                        DocumentFile.of(rows.getString(2), rows.getString(3), rows.getBytes(4)));
            }
        }
    }

    private void rows(String table, Reader reader) throws SQLException, IOException {
        try (ResultSet rows =
                session.query("SELECT * FROM " + table + " WHERE " + condition(table), creditor, debtor)) {
            ResultSetMetaData columns = rows.getMetaData();
            while (rows.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    Object value = rows.getObject(column);
                    if (value != null) {
                        row.put(
                                columns.getColumnName(column),
                                value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value);
                    }
                }
                reader.row(table, row);
            }
        }
    }

    List<Long> payloads() throws SQLException {
        List<Long> sequences = new ArrayList<>();
        try (ResultSet rows = session.query(
                "SELECT sequence FROM journal_payload WHERE creditor = ?1 AND debtor = ?2 ORDER BY sequence",
                creditor,
                debtor)) {
            while (rows.next()) {
                sequences.add(rows.getLong(1));
            }
        }
        return sequences;
    }

    void erasePayloads(long by) throws SQLException {
        session.updateOnce(
                "INSERT INTO journal_erasure (creditor, sequence, erased_by)"
                        + " SELECT creditor, sequence, ?3 FROM journal_payload WHERE creditor = ?1 AND debtor = ?2",
                creditor,
                debtor,
                by);
        session.updateOnce("DELETE FROM journal_payload WHERE " + DIRECT, creditor, debtor);
    }

    Erasure erase(boolean ledgerToo, long payloads) throws SQLException {
        List<String> outputs = outputs();
        List<String> contents = contents();
        long rows = 0;
        for (String table : List.of("message_credit", "message_content", "proof_document", "invoice_document")) {
            rows += delete(table);
        }
        long documents = deleteContents(contents);
        for (String table : names()) {
            if (!LEDGER.contains(table) && !table.equals(JOURNAL)) {
                rows += delete(table);
            }
        }
        rows += ledgerToo ? eraseLedger() : anonymise();
        return new Erasure(rows, payloads, documents, outputs);
    }

    private long eraseLedger() throws SQLException {
        long rows = 0;
        // What is found through an item goes before the items.
        for (String table : List.of(
                "credit_note",
                "payment",
                "allocation",
                "item_change",
                "bank_match",
                "bank_match_part",
                "bank_entry",
                "item",
                "debtor")) {
            rows += delete(table);
        }
        return rows;
    }

    /** Of the directory nothing stays that names, reaches or describes the debtor; kind and country decide the law. */
    private long anonymise() throws SQLException {
        StringBuilder change = new StringBuilder("UPDATE debtor SET name = '—', folded = ''");
        try (ResultSet columns =
                session.query("SELECT name FROM pragma_table_info('debtor') WHERE \"notnull\" = 0 AND pk = 0")) {
            while (columns.next()) {
                change.append(", ").append(columns.getString(1)).append(" = NULL");
            }
        }
        return session.updateOnce(EMPTY_ENTRIES + DIRECT, creditor, debtor)
                + session.updateOnce(change + " WHERE " + DIRECT, creditor, debtor);
    }

    private List<String> outputs() throws SQLException {
        return texts("SELECT output FROM message WHERE output IS NOT NULL AND " + DIRECT);
    }

    private List<String> contents() throws SQLException {
        return texts("SELECT DISTINCT c.sha256 FROM message m JOIN message_content c USING (message)"
                + " WHERE m.creditor = ?1 AND m.debtor = ?2"
                + " UNION SELECT sha256 FROM proof_document WHERE creditor = ?1 AND debtor = ?2"
                + " UNION SELECT sha256 FROM invoice_document WHERE creditor = ?1 AND debtor = ?2");
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = session.query(sql, creditor, debtor)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** The same bytes may have gone to another debtor; then they stay. */
    private long deleteContents(List<String> hashes) throws SQLException {
        long deleted = 0;
        for (String hash : hashes) {
            deleted += session.update(
                    "DELETE FROM content WHERE creditor = ?1 AND sha256 = ?2 AND NOT EXISTS (SELECT 1 FROM"
                            + " message_content c WHERE c.creditor = content.creditor AND c.sha256 = content.sha256)"
                            + " AND NOT EXISTS (SELECT 1 FROM proof_document p WHERE p.creditor = content.creditor"
                            + " AND p.sha256 = content.sha256)"
                            + " AND NOT EXISTS (SELECT 1 FROM invoice_document i WHERE i.creditor = content.creditor AND"
                            + " i.sha256 = content.sha256)",
                    creditor,
                    hash);
        }
        return deleted;
    }

    private long delete(String table) throws SQLException {
        return session.updateOnce("DELETE FROM " + table + " WHERE " + condition(table), creditor, debtor);
    }

    private static String condition(String table) {
        return table.equals("payment") ? PAYMENTS : THROUGH_ANOTHER.getOrDefault(table, DIRECT);
    }

    private List<String> names() throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = session.query(TABLES)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private long count(String sql) throws SQLException {
        return session.number(0, sql, creditor, debtor);
    }

    private Optional<LocalDate> day(String sql) throws SQLException {
        try (ResultSet rows = session.query(sql, creditor, debtor)) {
            return rows.next() ? Columns.day(rows, 1) : Optional.empty();
        }
    }
}
