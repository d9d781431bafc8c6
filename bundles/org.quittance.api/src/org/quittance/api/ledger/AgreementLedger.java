package org.quittance.api.ledger;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;

/** Reads what was said and agreed, for people and proof; it is written through {@link CaseLedger#write}. Safe for any thread. */
@ProviderType
public interface AgreementLedger {

    CaseAgreements agreements(CreditorId creditor, DebtorId debtor) throws LedgerException;

    /**
     * Debtors of whom something waits for a person: a dispute, a proposal, a credit note that is due, a mark, a hold without an
     * end; by identifier.
     */
    List<DebtorId> waiting(CreditorId creditor) throws LedgerException;

    /** Debtors with a restriction that listeners have not heard of, or that is not lifted. Usually few. */
    List<DebtorId> restricted(CreditorId creditor) throws LedgerException;

    /** The bytes of a claim statement as they were issued. */
    Optional<DocumentFile> claimStatement(CreditorId creditor, DebtorId debtor, int number) throws LedgerException;
}
