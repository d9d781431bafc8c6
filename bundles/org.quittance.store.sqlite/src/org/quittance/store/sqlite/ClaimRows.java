package org.quittance.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.ledger.ClaimStatement;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;

/** Claim statements of one creditor in the database. */
final class ClaimRows {

    private static final String ADD = """
        INSERT INTO claim_statement (creditor, debtor, id, number, on_day, sha256, file_name, media_type, bytes)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final String ADD_LINE = """
        INSERT INTO claim_statement_line (creditor, debtor, id, position, invoice, instalment, cycle, currency,
          principal_minor, interest_minor, claimed_until, indemnity_minor)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final String STATEMENTS = """
        SELECT k.key, s.id, s.number, s.on_day, s.sha256 FROM json_each(?) k CROSS JOIN claim_statement s
        WHERE s.creditor = ? AND s.debtor = k.value ORDER BY k.key, s.number\
        """;

    private static final String LINES = """
        SELECT k.key, l.id, l.invoice, l.instalment, l.cycle, l.currency, l.principal_minor, l.interest_minor,
          l.claimed_until, l.indemnity_minor
        FROM json_each(?) k CROSS JOIN claim_statement_line l
        WHERE l.creditor = ? AND l.debtor = k.value ORDER BY k.key, l.id, l.position\
        """;

    private static final String DOCUMENT = "SELECT file_name, media_type, bytes FROM claim_statement"
            + " WHERE creditor = ? AND debtor = ? AND number = ?";

    private ClaimRows() {}

    static void write(SqliteSession session, long creditor, String debtor, ClaimStatement statement)
            throws SQLException {
        DocumentFile document = statement.document().orElseThrow();
        session.update(
                ADD,
                creditor,
                debtor,
                statement.id(),
                statement.number(),
                statement.on().toEpochDay(),
                statement.sha256(),
                document.fileName(),
                document.mediaType(),
                document.bytes());
        int position = 0;
        for (ClaimStatement.Line line : statement.lines()) {
            session.update(
                    ADD_LINE,
                    creditor,
                    debtor,
                    statement.id(),
                    ++position,
                    line.item().invoice().value(),
                    line.item().instalment(),
                    line.cycle(),
                    line.principal().currency().getCurrencyCode(),
                    line.principal().minor(),
                    line.interest().minor(),
                    Codes.day(line.claimedUntil()),
                    line.indemnity().minor());
        }
    }

    /** By the debtor's position in the question, without the documents. */
    static Map<Integer, List<ClaimStatement>> read(SqliteSession session, long key, CreditorId creditor, String keys)
            throws SQLException {
        Map<String, List<ClaimStatement.Line>> lines = lines(session, key, creditor, keys);
        Map<Integer, List<ClaimStatement>> found = new HashMap<>();
        try (ResultSet rows = session.query(STATEMENTS, keys, key)) {
            while (rows.next()) {
                String id = Columns.string(rows, 2);
                found.computeIfAbsent(rows.getInt(1), index -> new ArrayList<>())
                        .add(new ClaimStatement(
                                id,
                                rows.getInt(3),
                                LocalDate.ofEpochDay(rows.getLong(4)),
                                lines.getOrDefault(rows.getInt(1) + " " + id, List.of()),
                                Columns.string(rows, 5),
                                Optional.empty()));
            }
        }
        return found;
    }

    private static Map<String, List<ClaimStatement.Line>> lines(
            SqliteSession session, long key, CreditorId creditor, String keys) throws SQLException {
        Map<String, List<ClaimStatement.Line>> lines = new HashMap<>();
        try (ResultSet rows = session.query(LINES, keys, key)) {
            while (rows.next()) {
                Currency currency = Currency.getInstance(Columns.string(rows, 6));
                lines.computeIfAbsent(rows.getInt(1) + " " + Columns.string(rows, 2), name -> new ArrayList<>())
                        .add(new ClaimStatement.Line(
                                ItemKey.of(creditor, InvoiceId.of(Columns.string(rows, 3)), rows.getInt(4)),
                                rows.getInt(5),
                                Money.ofMinor(rows.getLong(7), currency),
                                Money.ofMinor(rows.getLong(8), currency),
                                Columns.day(rows, 9),
                                Money.ofMinor(rows.getLong(10), currency)));
            }
        }
        return lines;
    }

    static Optional<DocumentFile> document(SqliteSession session, long key, String debtor, int number)
            throws SQLException {
        try (ResultSet rows = session.query(DOCUMENT, key, debtor, number)) {
            return rows.next()
                    ? Optional.of(DocumentFile.of(rows.getString(1), rows.getString(2), rows.getBytes(3)))
                    : Optional.empty();
        }
    }
}
