package org.quittance.tck.store;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.OpenItemCursor;
import org.quittance.api.store.StoreException;

/** A ledger that loses its connection in the middle of every stream, after a number of items, until it is mended. */
public final class BreakingInvoiceStore extends ForwardingInvoiceStore {

    private final int itemsBefore;
    private volatile boolean broken = true;

    private BreakingInvoiceStore(InvoiceStore store, int itemsBefore) {
        super(store);
        this.itemsBefore = itemsBefore;
    }

    /** @param itemsBefore how many items a stream gives before it breaks off */
    public static BreakingInvoiceStore after(int itemsBefore, InvoiceStore store) {
        return new BreakingInvoiceStore(store, itemsBefore);
    }

    /** From now on the connection holds. */
    public void mend() {
        broken = false;
    }

    @Override
    public OpenItemCursor openItems(CreditorId creditor, LocalDate asOf) throws StoreException {
        return new BreakingCursor(super.openItems(creditor, asOf));
    }

    private final class BreakingCursor implements OpenItemCursor {

        private final OpenItemCursor cursor;
        private int given;

        BreakingCursor(OpenItemCursor cursor) {
            this.cursor = requireNonNull(cursor, "cursor");
        }

        @Override
        public boolean advance() throws StoreException {
            if (broken && given == itemsBefore) {
                throw StoreException.passing("the connection to the ledger was lost", null);
            }
            given++;
            return cursor.advance();
        }

        @Override
        public OpenItem current() {
            return cursor.current();
        }

        @Override
        public void close() {
            cursor.close();
        }
    }
}
