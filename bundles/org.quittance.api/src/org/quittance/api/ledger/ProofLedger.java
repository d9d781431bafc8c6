package org.quittance.api.ledger;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;

/** Reads the documents that prove what is owed; they are written through {@link CaseLedger#write}. Safe for any thread. */
@ProviderType
@FunctionalInterface
public interface ProofLedger {

    /** With their bytes; by kind, then by day. */
    List<ProofDocument> proofs(CreditorId creditor, DebtorId debtor) throws LedgerException;
}
