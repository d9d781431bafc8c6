package org.quittance.tck.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.ChangeCursor;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.ItemChange;
import org.quittance.api.store.ItemChanges;
import org.quittance.api.store.OpenItemCursor;

/** Reads a ledger to its end, the way the contract's tests need it. */
final class Reading {

    private Reading() {}

    static List<OpenItem> open(InvoiceStore store, LocalDate asOf) throws Exception {
        List<OpenItem> items = new ArrayList<>();
        try (OpenItemCursor cursor = store.openItems(InvoiceStoreContract.CREDITOR, asOf)) {
            while (cursor.advance()) {
                items.add(cursor.current());
            }
        }
        return items;
    }

    static List<ItemChange> changes(InvoiceStore store, int pageSize) throws Exception {
        List<ItemChange> all = new ArrayList<>();
        ChangeCursor cursor = ChangeCursor.BEGINNING;
        ItemChanges page;
        do {
            page = store.changesSince(InvoiceStoreContract.CREDITOR, cursor, pageSize);
            assertTrue(page.changes().size() <= pageSize, "a page has more changes than were asked for");
            all.addAll(page.changes());
            cursor = page.next();
        } while (page.more());
        return all;
    }

    static void assertContiguous(List<OpenItem> items) {
        Set<DebtorId> seen = new HashSet<>();
        Optional<DebtorId> last = Optional.empty();
        for (OpenItem item : items) {
            if (!last.equals(Optional.of(item.debtor()))) {
                assertTrue(seen.add(item.debtor()), "the items of " + item.debtor() + " are not contiguous");
                last = Optional.of(item.debtor());
            }
        }
    }
}
