package org.quittance.service.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.model.CreditorId;
import org.quittance.service.decision.Explanation;

/** Says what is decided for an invoice and why. Reads only. Role READER is not asked for here. */
@ProviderType
public interface ExplainService {

    /**
     * One explanation per open item whose invoice has this number; with {@code /2} after it, of its second instalment. Items of
     * several invoices are candidates among which the caller chooses. Where nothing is open under this number, what became of
     * its items. A number that nobody knows stands for the only open one that differs in nothing but case, spaces and signs; none
     * means that the ledger does not know it.
     */
    List<Explanation> explain(CreditorId creditor, String invoice, LocalDate asOf, Locale language)
            throws CaseworkException;

    /**
     * The first few numbers of open invoices that may be meant by one that nobody knows. Looks through everything that is open.
     */
    List<String> near(CreditorId creditor, String invoice, LocalDate asOf) throws CaseworkException;
}
