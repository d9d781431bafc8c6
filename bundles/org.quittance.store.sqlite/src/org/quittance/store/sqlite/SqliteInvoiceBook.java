package org.quittance.store.sqlite;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.intake.IntakeResult;
import org.quittance.api.intake.InvoiceBook;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;
import org.quittance.api.store.StoreException;

/** Documents of invoices in the embedded ledger, within one intake session. */
final class SqliteInvoiceBook implements InvoiceBook {

    private static final String BY_ID =
            "SELECT " + DebtorRows.COLUMNS + " FROM debtor d WHERE d.creditor = ? AND d.debtor = ?";

    /** Written as the index is; a tilde comes after every letter and digit. */
    private static final String BY_NUMBER = "SELECT " + DebtorRows.COLUMNS
            + " FROM debtor d WHERE d.creditor = ?1 AND d.legal_id IS NOT NULL"
            + " AND upper(replace(replace(d.legal_id, ' ', ''), '.', '')) BETWEEN ?2 AND ?2 || '~' ORDER BY d.debtor";

    private static final String AT = "SELECT " + DebtorRows.COLUMNS
            + " FROM debtor d WHERE d.creditor = ? AND d.postal_code = ? ORDER BY d.debtor";

    /** Binds creditor, debtor, invoice, hash, file name and media type. */
    static final String KEEP = "INSERT INTO invoice_document (creditor, debtor, invoice, sha256, file_name,"
            + " media_type) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

    private final SqliteIntakeSession intake;
    private final SqliteSession session;
    private final long key;
    private final CreditorId creditor;
    private final LedgerWriter ledger;

    SqliteInvoiceBook(
            SqliteIntakeSession intake, SqliteSession session, long key, CreditorId creditor, LedgerWriter ledger) {
        this.intake = intake;
        this.session = session;
        this.key = key;
        this.creditor = creditor;
        this.ledger = ledger;
    }

    @Override
    public Optional<Debtor> debtor(DebtorId id) throws StoreException {
        return debtors(BY_ID, key, requireNonNull(id, "id").value()).stream().findFirst();
    }

    @Override
    public List<Debtor> debtorsByNumber(Collection<String> numbers) throws StoreException {
        List<Debtor> found = new ArrayList<>();
        for (String number : numbers) {
            for (Debtor debtor : debtors(BY_NUMBER, key, number)) {
                if (found.stream().noneMatch(known -> known.id().equals(debtor.id()))) {
                    found.add(debtor);
                }
            }
        }
        return found;
    }

    @Override
    public List<Debtor> debtorsAt(String postalCode) throws StoreException {
        return debtors(AT, key, requireNonNull(postalCode, "postalCode"));
    }

    private List<Debtor> debtors(String sql, @Nullable Object... values) throws StoreException {
        return intake.guarded(() -> {
            List<Debtor> debtors = new ArrayList<>();
            try (ResultSet rows = session.query(sql, values)) {
                while (rows.next()) {
                    debtors.add(DebtorRows.read(rows, creditor));
                }
            }
            return debtors;
        });
    }

    @Override
    public Optional<KnownInvoice> invoice(String number) throws StoreException {
        requireNonNull(number, "number");
        return intake.guarded(() -> known(number));
    }

    private Optional<KnownInvoice> known(String number) throws SQLException {
        List<LedgerWriter.Item> items = ledger.items(number);
        if (items.isEmpty()) {
            return Optional.empty();
        }
        LedgerWriter.Item first = items.get(0);
        long minor = items.stream().mapToLong(LedgerWriter.Item::originalMinor).sum();
        return Optional.of(new KnownInvoice(
                DebtorId.of(first.debtor()),
                first.kind(),
                LocalDate.ofEpochDay(first.issued()),
                Money.ofMinor(Math.abs(minor), Currency.getInstance(first.currency()))));
    }

    @Override
    public IntakeResult keepDocument(String invoiceNumber, DocumentFile document) throws StoreException {
        requireNonNull(invoiceNumber, "invoiceNumber");
        requireNonNull(document, "document");
        return intake.take(() -> keep(invoiceNumber, document));
    }

    private IntakeResult keep(String number, DocumentFile document) throws SQLException {
        List<LedgerWriter.Item> items = ledger.items(number);
        if (items.isEmpty()) {
            return IntakeResult.rejected("number", "the invoice " + number + " is unknown; import it first");
        }
        String sha256 = document.sha256();
        session.update(MessageWriter.ADD_CONTENT, key, sha256, document.bytes());
        int added = session.update(
                KEEP, key, items.get(0).debtor(), number, sha256, document.fileName(), document.mediaType());
        return IntakeResult.of(added > 0 ? IntakeResult.Kind.ADDED : IntakeResult.Kind.UNCHANGED);
    }
}
