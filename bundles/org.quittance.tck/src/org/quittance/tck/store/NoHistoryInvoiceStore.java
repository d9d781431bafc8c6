package org.quittance.tck.store;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.ItemToken;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.NoHistoryException;
import org.quittance.api.store.OpenItemCursor;
import org.quittance.api.store.StoreException;

/** A ledger that knows only what is open today, as many do. */
public final class NoHistoryInvoiceStore extends ForwardingInvoiceStore {

    private final LocalDate today;

    private NoHistoryInvoiceStore(InvoiceStore store, LocalDate today) {
        super(store);
        this.today = requireNonNull(today, "today");
    }

    public static NoHistoryInvoiceStore knowingOnly(LocalDate today, InvoiceStore store) {
        return new NoHistoryInvoiceStore(store, today);
    }

    @Override
    public OpenItemCursor openItems(CreditorId creditor, LocalDate asOf) throws StoreException {
        requireToday(asOf);
        return super.openItems(creditor, asOf);
    }

    @Override
    public List<OpenItem> find(CreditorId creditor, String number, LocalDate asOf) throws StoreException {
        requireToday(asOf);
        return super.find(creditor, number, asOf);
    }

    @Override
    public Set<ItemKey> recheck(CreditorId creditor, Collection<ItemToken> tokens, LocalDate asOf)
            throws StoreException {
        requireToday(asOf);
        return super.recheck(creditor, tokens, asOf);
    }

    private void requireToday(LocalDate asOf) throws NoHistoryException {
        if (!asOf.equals(today)) {
            throw new NoHistoryException("the ledger knows only what is open on " + today + ", not on " + asOf);
        }
    }
}
