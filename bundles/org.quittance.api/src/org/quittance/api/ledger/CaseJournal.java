package org.quittance.api.ledger;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;

/** Reads and checks the journal of a creditor; it is written through {@link CaseLedger#write}. Safe for any thread. */
@ProviderType
public interface CaseJournal {

    /** Recomputes every hash and link. Takes seconds for a million entries, memory stays bounded. */
    JournalVerification verify(CreditorId creditor) throws LedgerException;

    /** Newest first; of one debtor or of everything. */
    List<JournalEntry> entries(CreditorId creditor, Optional<DebtorId> debtor, int limit) throws LedgerException;
}
