package org.quittance.api.store;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.SendingEvidence;

/**
 * Knows the documents behind invoices and how they were sent: an archive, an e-invoicing platform. Asked only about
 * invoices of which the ledger itself does not know the sending. Called from several threads, may block.
 */
@ConsumerType
public interface InvoiceDocument {

    /** The strongest evidence per invoice; invoices without any are missing from the answer. */
    Map<InvoiceId, SendingEvidence> evidence(CreditorId creditor, Collection<InvoiceId> invoices) throws StoreException;

    /** The invoice itself, to attach a copy. */
    Optional<DocumentFile> document(CreditorId creditor, InvoiceId invoice) throws StoreException;
}
