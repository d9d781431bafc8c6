package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.model.InvoiceId;

/**
 * A document that proves what is owed, kept with its bytes.
 *
 * @param invoice what it proves; empty for every invoice of the debtor
 * @param on the day of the document
 */
public record ProofDocument(
        String id, Kind kind, Optional<InvoiceId> invoice, LocalDate on, DocumentFile file, String note)
        implements CaseRecord {

    public ProofDocument {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(invoice, "invoice");
        requireNonNull(on, "on");
        requireNonNull(file, "file");
        requireNonNull(note, "note");
        if (kind == Kind.INVOICE && invoice.isEmpty()) {
            throw new IllegalArgumentException("an invoice proves itself, and has to be named");
        }
    }

    /** Kinds of proof, in the order in which business is done. */
    public enum Kind {
        CONTRACT,
        ORDER,
        DELIVERY,
        ACCEPTANCE,
        /** The invoice itself. */
        INVOICE
    }
}
