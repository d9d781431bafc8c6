package org.quittance.service.prevention;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.ledger.ProofDocument;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.service.agreement.Recording;
import org.quittance.service.casework.CaseworkException;

/** The documents that prove what is owed: they are kept with their bytes and go into the dossier. Safe for any thread. */
@ProviderType
public interface ProofFiles {

    /** Larger files are refused; what proves a debt is a few pages. */
    int SIZE_MAX = 25_000_000;

    /**
     * Keeps a file; the same bytes for the same purpose again change nothing. The day of the recording is the day of the
     * document. Role CLERK.
     *
     * @param invoice number of the invoice it proves; empty for every invoice of the debtor
     * @throws CaseworkException USAGE where the invoice is unknown, INPUT where the file cannot be read or is too large
     */
    ProofDocument attach(
            CreditorId creditor,
            DebtorId debtor,
            ProofDocument.Kind kind,
            Optional<String> invoice,
            Path file,
            String note,
            Recording recording)
            throws CaseworkException;

    /** By kind, then by day. */
    List<ProofDocument> proofs(CreditorId creditor, DebtorId debtor) throws CaseworkException;
}
