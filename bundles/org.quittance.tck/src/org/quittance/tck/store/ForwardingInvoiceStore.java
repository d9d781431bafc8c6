package org.quittance.tck.store;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.ItemToken;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.ChangeCursor;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.ItemChanges;
import org.quittance.api.store.OpenItemCursor;
import org.quittance.api.store.StoreException;
import org.quittance.api.store.StoreId;

/** Passes every call on; what extends it misbehaves in one place. */
class ForwardingInvoiceStore implements InvoiceStore {

    private final InvoiceStore store;

    ForwardingInvoiceStore(InvoiceStore store) {
        this.store = requireNonNull(store, "store");
    }

    @Override
    public StoreId id() {
        return store.id();
    }

    @Override
    public OpenItemCursor openItems(CreditorId creditor, LocalDate asOf) throws StoreException {
        return store.openItems(creditor, asOf);
    }

    @Override
    public List<OpenItem> find(CreditorId creditor, String number, LocalDate asOf) throws StoreException {
        return store.find(creditor, number, asOf);
    }

    @Override
    public ItemChanges changesSince(CreditorId creditor, ChangeCursor cursor, int limit) throws StoreException {
        return store.changesSince(creditor, cursor, limit);
    }

    @Override
    public Set<ItemKey> recheck(CreditorId creditor, Collection<ItemToken> tokens, LocalDate asOf)
            throws StoreException {
        return store.recheck(creditor, tokens, asOf);
    }

    @Override
    public Optional<LocalDate> paymentsKnownUntil(CreditorId creditor) throws StoreException {
        return store.paymentsKnownUntil(creditor);
    }
}
