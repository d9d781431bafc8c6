package org.quittance.store.sqlite;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.interest.TermMethod;
import org.quittance.api.ledger.AgreedTerm;
import org.quittance.api.ledger.Delivery;
import org.quittance.api.ledger.Deposit;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.PreventionLedger;
import org.quittance.api.ledger.ProofDocument;
import org.quittance.api.ledger.ProofLedger;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.Money;

/** Agreed terms, deposits, deliveries and proofs, from the embedded database. */
@Component(
        service = {PreventionLedger.class, ProofLedger.class},
        immediate = true)
public final class SqlitePreventionLedger implements PreventionLedger, ProofLedger {

    private static final String TERMS = "SELECT id, method, days, agreed_on, source FROM agreed_term"
            + " WHERE creditor = ? AND debtor = ? ORDER BY agreed_on, length(id), id";

    private static final String DEPOSITS = "SELECT id, currency, minor, asked_on, due, state, ended_on FROM deposit"
            + " WHERE creditor = ? AND debtor = ? ORDER BY asked_on, length(id), id";

    private static final String DELIVERY =
            "SELECT debtor, id, on_day, currency, minor, invoice, description FROM delivery";

    private static final String PROOFS = """
        SELECT p.id, p.kind, p.invoice, p.on_day, p.file_name, p.media_type, c.bytes, p.note
        FROM proof_document p JOIN content c USING (creditor, sha256) WHERE p.creditor = ?1 AND p.debtor = ?2
        UNION ALL
        SELECT 'invoice-' || substr(d.sha256, 1, 8), ?3, d.invoice, i.issued, d.file_name, d.media_type, c.bytes, ''
        FROM invoice_document d JOIN content c USING (creditor, sha256)
          JOIN item i ON i.creditor = d.creditor AND i.invoice = d.invoice AND i.instalment = 1
        WHERE d.creditor = ?1 AND d.debtor = ?2
        ORDER BY 2, 4, 1\
        """;

    private static final String ISSUED = "SELECT i.invoice, i.debtor, i.issued FROM json_each(?2) k CROSS JOIN item i"
            + " WHERE i.creditor = ?1 AND i.invoice = k.value AND i.instalment = 1";

    private final SqliteDatabase database;

    @Activate
    public SqlitePreventionLedger(@Reference SqliteDatabase database) {
        this.database = requireNonNull(database, "database");
    }

    /** Makes something of a row. */
    @FunctionalInterface
    private interface Row<T> {

        T read(ResultSet rows) throws SQLException;
    }

    private <T> List<T> read(CreditorId creditor, Row<T> row, String sql, Object... values) throws LedgerException {
        requireNonNull(creditor, "creditor");
        try {
            return database.read(session -> {
                List<T> found = new ArrayList<>();
                Optional<Long> key = database.creditor(session, creditor);
                if (key.isEmpty()) {
                    return found;
                }
                Object[] bound = new Object[values.length + 1];
                bound[0] = key.get();
                System.arraycopy(values, 0, bound, 1, values.length);
                try (ResultSet rows = session.query(sql, bound)) {
                    while (rows.next()) {
                        found.add(row.read(rows));
                    }
                }
                return found;
            });
        } catch (SQLException e) {
            throw Failures.ledger(database.file(), e);
        }
    }

    @Override
    public List<AgreedTerm> terms(CreditorId creditor, DebtorId debtor) throws LedgerException {
        return read(
                creditor,
                rows -> new AgreedTerm(
                        Columns.string(rows, 1),
                        TermMethod.valueOf(Columns.string(rows, 2)),
                        rows.getInt(3),
                        LocalDate.ofEpochDay(rows.getLong(4)),
                        Columns.string(rows, 5)),
                TERMS,
                debtor.value());
    }

    @Override
    public List<Deposit> deposits(CreditorId creditor, DebtorId debtor) throws LedgerException {
        return read(
                creditor,
                rows -> new Deposit(
                        Columns.string(rows, 1),
                        Money.ofMinor(rows.getLong(3), Currency.getInstance(Columns.string(rows, 2))),
                        LocalDate.ofEpochDay(rows.getLong(4)),
                        LocalDate.ofEpochDay(rows.getLong(5)),
                        Deposit.State.valueOf(Columns.string(rows, 6)),
                        Columns.day(rows, 7)),
                DEPOSITS,
                debtor.value());
    }

    private record OfDebtor(DebtorId debtor, Delivery delivery) {}

    @Override
    public Map<DebtorId, List<Delivery>> deliveries(CreditorId creditor, LocalDate since) throws LedgerException {
        Map<DebtorId, List<Delivery>> deliveries = new LinkedHashMap<>();
        List<OfDebtor> found = read(
                creditor,
                SqlitePreventionLedger::delivery,
                DELIVERY + " WHERE creditor = ? AND (invoice IS NULL OR on_day >= ?) ORDER BY on_day, debtor, id",
                since.toEpochDay());
        found.forEach(one -> deliveries
                .computeIfAbsent(one.debtor(), debtor -> new ArrayList<>())
                .add(one.delivery()));
        return deliveries;
    }

    @Override
    public Optional<Delivery> delivery(CreditorId creditor, DebtorId debtor, String id) throws LedgerException {
        return read(
                        creditor,
                        SqlitePreventionLedger::delivery,
                        DELIVERY + " WHERE creditor = ? AND debtor = ? AND id = ?",
                        debtor.value(),
                        id)
                .stream()
                .map(OfDebtor::delivery)
                .findFirst();
    }

    private static OfDebtor delivery(ResultSet rows) throws SQLException {
        long minor = rows.getLong(5);
        return new OfDebtor(
                DebtorId.of(Columns.string(rows, 1)),
                new Delivery(
                        Columns.string(rows, 2),
                        LocalDate.ofEpochDay(rows.getLong(3)),
                        Columns.text(rows, 4).map(code -> Money.ofMinor(minor, Currency.getInstance(code))),
                        Columns.text(rows, 6),
                        Columns.string(rows, 7)));
    }

    @Override
    public List<ProofDocument> proofs(CreditorId creditor, DebtorId debtor) throws LedgerException {
        return read(
                creditor,
                rows -> new ProofDocument(
                        Columns.string(rows, 1),
                        ProofDocument.Kind.values()[rows.getInt(2)],
                        Columns.text(rows, 3).map(InvoiceId::of),
                        LocalDate.ofEpochDay(rows.getLong(4)),
                        DocumentFile.of(Columns.string(rows, 5), Columns.string(rows, 6), rows.getBytes(7)),
                        Columns.string(rows, 8)),
                PROOFS,
                debtor.value(),
                ProofDocument.Kind.INVOICE.ordinal());
    }

    private record Numbered(String number, Issued issued) {}

    @Override
    public Map<String, Issued> issued(CreditorId creditor, Collection<String> numbers) throws LedgerException {
        JsonArray keys = new JsonArray();
        numbers.forEach(keys::add);
        List<Numbered> found = read(
                creditor,
                rows -> new Numbered(
                        Columns.string(rows, 1),
                        new Issued(DebtorId.of(Columns.string(rows, 2)), LocalDate.ofEpochDay(rows.getLong(3)))),
                ISSUED,
                keys.toString());
        Map<String, Issued> issued = new HashMap<>();
        found.forEach(one -> issued.put(one.number(), one.issued()));
        return issued;
    }

    @Override
    public Optional<LocalDate> firstInvoice(CreditorId creditor, DebtorId debtor) throws LedgerException {
        return read(
                        creditor,
                        rows -> Columns.day(rows, 1),
                        "SELECT min(issued) FROM item WHERE creditor = ? AND debtor = ? AND kind = 1",
                        debtor.value())
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }
}
