package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.InvoiceId;

/**
 * Everything the embedded database holds about one debtor, whatever table it is in, and its erasure. What a vendor's ledger
 * or directory holds is not reached from here. Safe for any thread.
 */
@ProviderType
public interface PersonalRecords {

    /** What there is about a debtor, as far as it decides whether it may be erased. */
    Standing standing(CreditorId creditor, DebtorId debtor) throws LedgerException;

    /**
     * Gives every row and every kept document, from one consistent state.
     *
     * @throws IOException what the reader threw
     */
    void read(CreditorId creditor, DebtorId debtor, Reader reader) throws LedgerException, IOException;

    /**
     * Erases the case in one transaction and journals that it did, without naming the debtor. The chain stays valid. Asks
     * nobody: whoever calls has looked whether it may be done.
     *
     * @param ledgerToo whether invoices, credit notes and payments go as well; otherwise they stay, without a name
     */
    Erasure erase(CreditorId creditor, DebtorId debtor, Actor actor, boolean ledgerToo) throws LedgerException;

    /** Takes rows and documents. */
    interface Reader {

        /** @param columns names and values in the table's order: text, whole numbers; bytes as hexadecimal text */
        void row(String table, Map<String, Object> columns) throws IOException;

        /** @param of identifier of the message or proof it was kept for */
        void document(String of, DocumentFile document) throws IOException;

        /** The document of an invoice. */
        void document(InvoiceId invoice, DocumentFile document) throws IOException;
    }

    /**
     * @param known whether anything is held at all
     * @param openItems items with something open, credits included
     * @param liveMessages messages that are not at their end
     * @param commitments promises, plans and settlements in force, and disputes not closed
     * @param lastDocument day of the last invoice, credit note or payment
     * @param lastAct day of the last thing that happened in the case
     */
    record Standing(
            boolean known,
            long openItems,
            long liveMessages,
            long commitments,
            Optional<LocalDate> lastDocument,
            Optional<LocalDate> lastAct) {

        public Standing {
            requireNonNull(lastDocument, "lastDocument");
            requireNonNull(lastAct, "lastAct");
        }
    }

    /**
     * @param rows rows that were deleted, or emptied of what names a person
     * @param payloads payloads of the journal that were erased
     * @param documents documents whose bytes were erased
     * @param outputs where channels had put files for the debtor; these lie outside the database and are still there
     */
    record Erasure(long rows, long payloads, long documents, List<String> outputs) {

        public Erasure {
            outputs = List.copyOf(outputs);
        }
    }
}
