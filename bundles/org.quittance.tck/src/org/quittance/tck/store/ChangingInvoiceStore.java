package org.quittance.tck.store;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.ItemToken;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.StoreException;

/** A ledger in which something happens between the plan and the sending: right before tokens are rechecked. */
public final class ChangingInvoiceStore extends ForwardingInvoiceStore {

    private final Runnable event;

    private ChangingInvoiceStore(InvoiceStore store, Runnable event) {
        super(store);
        this.event = requireNonNull(event, "event");
    }

    /** @param event such as a payment booked into the ledger; runs before every recheck, so it must bear repetition */
    public static ChangingInvoiceStore beforeRecheck(InvoiceStore store, Runnable event) {
        return new ChangingInvoiceStore(store, event);
    }

    @Override
    public Set<ItemKey> recheck(CreditorId creditor, Collection<ItemToken> tokens, LocalDate asOf)
            throws StoreException {
        event.run();
        return super.recheck(creditor, tokens, asOf);
    }
}
