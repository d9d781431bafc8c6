package org.quittance.api.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.ItemToken;
import org.quittance.api.model.OpenItem;

/**
 * The ledger behind the suite. A vendor implements it over its own database; the embedded store takes the same path.
 *
 * <p>Calls come from several threads at once, may block, and are repeated after a {@link StoreException} that says so.
 * Reading has no effect, so a crash in the middle means nothing. <b>Absence is never payment:</b> an item that does not
 * appear, or a stream that breaks off, is concluded nothing from; only {@link #changesSince} reports what was settled.
 */
@ConsumerType
public interface InvoiceStore {

    /** The same for the same ledger for ever; a run is bound to it. */
    StoreId id();

    /**
     * Streams every item that is open at the end of a day, invoices and credits, <b>contiguous per debtor</b>, debtors and
     * the items of one debtor in any order. Memory stays bounded however large the ledger is. Payments booked after that
     * day do not count, items issued after it do not appear.
     *
     * @throws NoHistoryException where the store knows only its present state and the day is not today
     * @throws StoreException where the ledger cannot be read; also from the cursor, in the middle
     */
    OpenItemCursor openItems(CreditorId creditor, LocalDate asOf) throws StoreException;

    /** The same for one debtor; a store that can read them directly overrides this, the default filters the stream. */
    default OpenItemCursor openItems(CreditorId creditor, DebtorId debtor, LocalDate asOf) throws StoreException {
        return new DebtorItems(openItems(creditor, asOf), debtor);
    }

    /**
     * The open items of one invoice, found by what a person types: its printed number or its identifier. Several
     * invoices with the same number all answer, oldest first. Items that are settled do not answer.
     */
    List<OpenItem> find(CreditorId creditor, String number, LocalDate asOf) throws StoreException;

    /**
     * The items of an invoice of which nothing was open at the end of a day, found like the open ones, to tell what became of
     * them. Empty where the store does not know; nothing is decided from it.
     */
    default List<ClosedItem> closed(CreditorId creditor, String number, LocalDate asOf) throws StoreException {
        return List.of();
    }

    /**
     * What changed after a cursor, oldest first, at most {@code limit} changes. The same cursor always gives the same
     * changes and the ones after them; delivering a change twice does no harm, leaving one out does.
     *
     * @param cursor {@link ChangeCursor#BEGINNING} or what an earlier call returned
     */
    ItemChanges changesSince(CreditorId creditor, ChangeCursor cursor, int limit) throws StoreException;

    /**
     * Of these tokens, the items that are no longer in that state at the end of that day, whatever changed. Called right
     * before something is sent, so it must not answer from a cache.
     */
    Set<ItemKey> recheck(CreditorId creditor, Collection<ItemToken> tokens, LocalDate asOf) throws StoreException;

    /**
     * The last day for which every payment that reached the bank is known here; empty where that is not known, and then
     * policies that ask for fresh bank data send nothing.
     */
    default Optional<LocalDate> paymentsKnownUntil(CreditorId creditor) throws StoreException {
        return Optional.empty();
    }
}
