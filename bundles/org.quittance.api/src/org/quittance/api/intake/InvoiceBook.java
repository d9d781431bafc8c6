package org.quittance.api.intake;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.ItemKind;
import org.quittance.api.model.Money;
import org.quittance.api.store.StoreException;

/**
 * What an invoice document is compared with while it is taken in, and where it is kept as proof; in the transaction of its session. For
 * one thread.
 */
@ProviderType
public interface InvoiceBook {

    Optional<Debtor> debtor(DebtorId id) throws StoreException;

    /**
     * Debtors whose register number begins with one of these, which consist of capital letters and digits; blanks and points in what the
     * debtor has do not count. A SIREN finds the SIRET of its establishments so.
     */
    List<Debtor> debtorsByNumber(Collection<String> numbers) throws StoreException;

    /** Debtors with an address of this postal code. */
    List<Debtor> debtorsAt(String postalCode) throws StoreException;

    /** An invoice or credit note that was taken in, in this session too. */
    Optional<KnownInvoice> invoice(String number) throws StoreException;

    /** Keeps the document of a known invoice by its content; the same content again changes nothing. */
    IntakeResult keepDocument(String invoiceNumber, DocumentFile document) throws StoreException;

    /**
     * An invoice with all its instalments.
     *
     * @param original of all instalments; positive for credit notes too
     */
    record KnownInvoice(DebtorId debtor, ItemKind kind, LocalDate issueDate, Money original) {

        public KnownInvoice {
            requireNonNull(debtor, "debtor");
            requireNonNull(kind, "kind");
            requireNonNull(issueDate, "issueDate");
            requireNonNull(original, "original");
        }
    }
}
