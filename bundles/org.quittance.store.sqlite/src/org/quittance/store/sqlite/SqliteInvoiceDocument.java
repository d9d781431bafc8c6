package org.quittance.store.sqlite;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.SendingEvidence;
import org.quittance.api.store.InvoiceDocument;
import org.quittance.api.store.StoreException;

/** Evidence of sending that was imported into the embedded ledger, and the documents of invoices that were kept. */
@Component(service = InvoiceDocument.class, immediate = true)
public final class SqliteInvoiceDocument implements InvoiceDocument {

    private static final String EVIDENCE = """
        SELECT i.invoice, i.evidence_grade, i.evidence_on, i.evidence_source
        FROM json_each(?) k CROSS JOIN item i
        WHERE i.creditor = ? AND i.invoice = k.value AND i.instalment = 1 AND i.evidence_grade IS NOT NULL\
        """;

    /** A PDF is for people, XML is not. */
    private static final String DOCUMENT = """
        SELECT i.file_name, i.media_type, d.bytes
        FROM invoice_document i JOIN content d ON d.creditor = i.creditor AND d.sha256 = i.sha256
        WHERE i.creditor = ? AND i.invoice = ? ORDER BY i.media_type <> 'application/pdf', i.sha256 LIMIT 1\
        """;

    private final SqliteDatabase database;

    @Activate
    public SqliteInvoiceDocument(@Reference SqliteDatabase database) {
        this.database = requireNonNull(database, "database");
    }

    @Override
    public Map<InvoiceId, SendingEvidence> evidence(CreditorId creditor, Collection<InvoiceId> invoices)
            throws StoreException {
        requireNonNull(creditor, "creditor");
        JsonArray keys = new JsonArray();
        invoices.forEach(invoice -> keys.add(invoice.value()));
        try {
            return database.read(session -> {
                Optional<Long> key = database.creditor(session, creditor);
                return key.isEmpty() ? Map.<InvoiceId, SendingEvidence>of() : evidence(session, key.get(), keys);
            });
        } catch (SQLException e) {
            throw Failures.store(database.file(), e);
        }
    }

    private static Map<InvoiceId, SendingEvidence> evidence(SqliteSession session, long creditor, JsonArray keys)
            throws SQLException {
        Map<InvoiceId, SendingEvidence> found = new HashMap<>();
        try (ResultSet rows = session.query(EVIDENCE, keys.toString(), creditor)) {
            while (rows.next()) {
                InvoiceId invoice = InvoiceId.of(rows.getString(1));
                ItemRows.evidence(rows, 2).ifPresent(evidence -> found.put(invoice, evidence));
            }
        }
        return found;
    }

    @Override
    public Optional<DocumentFile> document(CreditorId creditor, InvoiceId invoice) throws StoreException {
        requireNonNull(creditor, "creditor");
        requireNonNull(invoice, "invoice");
        try {
            return database.read(session -> {
                Optional<Long> key = database.creditor(session, creditor);
                return key.isEmpty() ? Optional.<DocumentFile>empty() : document(session, key.get(), invoice);
            });
        } catch (SQLException e) {
            throw Failures.store(database.file(), e);
        }
    }

    private static Optional<DocumentFile> document(SqliteSession session, long creditor, InvoiceId invoice)
            throws SQLException {
        try (ResultSet rows = session.query(DOCUMENT, creditor, invoice.value())) {
            return rows.next()
                    ? Optional.of(DocumentFile.of(rows.getString(1), rows.getString(2), rows.getBytes(3)))
                    : Optional.empty();
        }
    }
}
