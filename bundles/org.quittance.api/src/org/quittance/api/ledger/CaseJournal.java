package org.quittance.api.ledger;

import java.io.IOException;
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

    /** The last link; empty for an empty journal. Reads a few rows, recomputes nothing. */
    Optional<JournalHead> head(CreditorId creditor) throws LedgerException;

    /** A link as it stands, to be compared with a head that was exported; empty where the journal does not reach so far. */
    Optional<JournalHead> head(CreditorId creditor, long link) throws LedgerException;

    /**
     * Gives every entry and link up to a link, in order, the entries of a link before it; one consistent state, memory
     * stays bounded.
     *
     * @throws IOException what the reader threw
     */
    void read(CreditorId creditor, long lastLink, JournalReader reader) throws LedgerException, IOException;
}
