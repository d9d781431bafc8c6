package org.quittance.api.bank;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.importer.AccountStatement;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.intake.IntakeResult;
import org.quittance.api.model.DebtorId;
import org.quittance.api.store.StoreException;

/** The writing side of bank accounts, within the transaction of the intake session it belongs to. */
@ProviderType
public interface BankBook {

    /** Keeps an entry under its account and key; one that is known is unchanged. */
    IntakeResult entry(StatementEntry entry) throws StoreException;

    /** Keeps a statement, after its entries; what it says of freshness counts when the session is committed. */
    IntakeResult statement(AccountStatement statement) throws StoreException;

    /** The accounts as this session leaves them. */
    List<AccountState> accounts() throws StoreException;

    /**
     * Books what an entry pays. What an earlier match of it had booked is taken back first. The payments have keys derived from
     * account, key and round of the entry.
     *
     * @return added; unchanged if exactly this is booked already; rejected, and nothing written, where the money sums to more
     *     than the entry, an invoice has less open than would be set against it, or an invoice is unknown
     */
    IntakeResult book(long entry, EntryMatch match, boolean automatic) throws StoreException;

    /**
     * Takes back what is booked of an entry.
     *
     * @param on the first day on which it does not count; empty as if it never had
     * @param state what becomes of the entry
     * @param source the entry that brings it back, if one does
     * @return changed; unchanged where nothing is booked
     */
    IntakeResult takeBack(long entry, Optional<LocalDate> on, String reason, EntryState state, Optional<Long> source)
            throws StoreException;

    /** Says what becomes of an entry of which nothing is booked, and replaces what is proposed for it. */
    void decide(long entry, EntryState state, Optional<DebtorId> debtor, List<EntryMatch> proposals)
            throws StoreException;

    /** The journal knows of these matches as they are now. */
    void told(Collection<BookedMatch> matches) throws StoreException;
}
