package org.quittance.casework.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.OpenItemCursor;
import org.quittance.api.store.StoreException;
import org.quittance.service.casework.Failures;

/**
 * Cuts the stream of a store into debtors. Whatever ends the stream before its promise of completeness (an exception, the store
 * taken away) leaves the debtor that was being read, and all that did not come, undecided.
 */
final class ItemStream {

    private final InvoiceStore store;
    private final BooleanSupplier present;
    private final CreditorId creditor;
    private final LocalDate asOf;
    private final SeenDebtors seen = new SeenDebtors();

    /** @param present whether the store is still installed; asked once per debtor */
    ItemStream(InvoiceStore store, BooleanSupplier present, CreditorId creditor, LocalDate asOf) {
        this.store = store;
        this.present = present;
        this.creditor = creditor;
        this.asOf = asOf;
    }

    /** Takes debtors one after the other, on the thread that reads. */
    @FunctionalInterface
    interface Sink {

        void accept(DebtorGroup group) throws InterruptedException, LedgerException;
    }

    /**
     * How the stream ended.
     *
     * @param brokenBecause empty where everything came
     * @param undecided the debtor that was being read when it broke
     */
    record End(Optional<String> brokenBecause, Optional<DebtorGroup> undecided) {}

    /** @throws StoreException where not even the first item came */
    End read(Sink sink) throws StoreException, LedgerException, InterruptedException {
        Collecting collecting = new Collecting();
        try (OpenItemCursor cursor = open()) {
            while (advance(cursor)) {
                OpenItem item = cursor.current();
                if (collecting.isOther(item)) {
                    if (!present.getAsBoolean()) {
                        return collecting.broken("the ledger " + store.id() + " was taken away");
                    }
                    sink.accept(collecting.close(seen));
                }
                collecting.add(item);
            }
        } catch (StoreException e) {
            if (collecting.isEmpty()) {
                throw e;
            }
            return collecting.broken(Failures.message(e));
        }
        if (!collecting.isEmpty()) {
            sink.accept(collecting.close(seen));
        }
        return new End(Optional.empty(), Optional.empty());
    }

    private OpenItemCursor open() throws StoreException {
        try {
            return store.openItems(creditor, asOf);
        } catch (RuntimeException e) {
            throw StoreException.passing("the ledger failed: " + Failures.message(e), e);
        }
    }

    /** A store whose bundle was stopped often fails with an unchecked exception: no promise of completeness either. */
    private static boolean advance(OpenItemCursor cursor) throws StoreException {
        try {
            return cursor.advance();
        } catch (RuntimeException e) {
            throw StoreException.passing(Failures.message(e), e);
        }
    }

    /** The debtor whose items are coming in. */
    private static final class Collecting {

        private List<OpenItem> items = new ArrayList<>();

        boolean isEmpty() {
            return items.isEmpty();
        }

        boolean isOther(OpenItem item) {
            return !items.isEmpty() && !items.get(0).debtor().equals(item.debtor());
        }

        void add(OpenItem item) {
            items.add(item);
        }

        DebtorGroup close(SeenDebtors seen) {
            DebtorId debtor = items.get(0).debtor();
            DebtorGroup group = new DebtorGroup(debtor, items, !seen.add(debtor.value()));
            items = new ArrayList<>();
            return group;
        }

        End broken(String because) {
            return new End(
                    Optional.of(because),
                    items.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new DebtorGroup(items.get(0).debtor(), items, false)));
        }
    }
}
