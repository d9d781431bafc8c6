package org.quittance.api.store;

import static java.util.Objects.requireNonNull;

import org.quittance.api.model.DebtorId;
import org.quittance.api.model.OpenItem;

/** The items of one debtor in a stream of all. */
final class DebtorItems implements OpenItemCursor {

    private final OpenItemCursor all;
    private final DebtorId debtor;

    DebtorItems(OpenItemCursor all, DebtorId debtor) {
        this.all = requireNonNull(all, "all");
        this.debtor = requireNonNull(debtor, "debtor");
    }

    /** Reads on to the end even after the debtor's items, so that a broken stream is not mistaken for a complete one. */
    @Override
    public boolean advance() throws StoreException {
        while (all.advance()) {
            if (all.current().debtor().equals(debtor)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public OpenItem current() {
        return all.current();
    }

    @Override
    public void close() {
        all.close();
    }
}
