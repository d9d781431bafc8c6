package org.quittance.api.bank;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Money;
import org.quittance.api.store.StoreException;
import org.quittance.api.store.StoreId;

/** Reads what is kept of bank accounts. Safe for any thread; reading sees what is committed. Written through {@link BankBook}. */
@ProviderType
public interface BankLedger {

    /** The ledger whose invoices are paid by what is booked here. */
    StoreId ledger();

    /** By account. */
    List<AccountState> accounts(CreditorId creditor) throws StoreException;

    /** Entries in some states, by number, after a number, at most so many. */
    List<BankEntry> entries(CreditorId creditor, Set<EntryState> states, long after, int limit) throws StoreException;

    Optional<BankEntry> entry(CreditorId creditor, long number) throws StoreException;

    /** What was proposed for entries that wait, best first; entries without are missing. Hundreds at a time. */
    Map<Long, List<EntryMatch>> proposals(CreditorId creditor, Collection<Long> entries) throws StoreException;

    /** What is booked of an entry now, or was last. */
    Optional<BookedMatch> lastMatch(CreditorId creditor, long entry) throws StoreException;

    /** Entries whose money is booked, of exactly this amount. */
    List<BankEntry> bookedWith(CreditorId creditor, Money amount) throws StoreException;

    /** Gives everyone who paid before, in no order, each as often as it likes. */
    void payers(CreditorId creditor, Consumer<Payer> taker) throws StoreException;

    /** Matches that were booked or undone and of which the journal was not told yet, at most so many. */
    List<BookedMatch> untold(CreditorId creditor, int limit) throws StoreException;
}
