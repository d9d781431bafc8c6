package org.quittance.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.OpenItemCursor;
import org.quittance.api.store.StoreException;

/** Reads the open items of a ledger by some hundreds of debtors, as a run does. */
final class LedgerParts {

    private static final int DEBTORS = 400;

    private LedgerParts() {}

    /** Takes the open items of some debtors, by debtor. */
    @FunctionalInterface
    interface Sink {

        void accept(Map<DebtorId, List<OpenItem>> part) throws StoreException, LedgerException;
    }

    static void read(InvoiceStore store, CreditorId creditor, LocalDate asOf, Sink sink)
            throws StoreException, LedgerException {
        Map<DebtorId, List<OpenItem>> part = new LinkedHashMap<>();
        try (OpenItemCursor cursor = store.openItems(creditor, asOf)) {
            while (cursor.advance()) {
                OpenItem item = cursor.current();
                if (part.size() == DEBTORS && !part.containsKey(item.debtor())) {
                    sink.accept(part);
                    part = new LinkedHashMap<>();
                }
                part.computeIfAbsent(item.debtor(), debtor -> new ArrayList<>()).add(item);
            }
        }
        if (!part.isEmpty()) {
            sink.accept(part);
        }
    }
}
