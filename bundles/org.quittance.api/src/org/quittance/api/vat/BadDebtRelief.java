package org.quittance.api.vat;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.quittance.api.document.DocumentException;
import org.quittance.api.model.Creditor;

/**
 * What one country asks of a creditor who recovers the VAT on lost receivables. Pure: the same bad debt gives the same bytes. Called
 * on the thread of whoever asked, may take some seconds for many invoices; safe for any thread.
 */
@ConsumerType
public interface BadDebtRelief {

    /** Whether this creditor owes its VAT to this country. */
    boolean governs(Creditor creditor);

    /**
     * The file for the tax office and for the debtor: what the country wants written, and all the proof it is given, each under
     * the name and in the folder its readers expect. The caller adds the list of hashes and archives it.
     *
     * @throws DocumentException where a document cannot be made; then nothing is issued
     */
    List<Enclosure> file(BadDebt debt) throws DocumentException;
}
