package org.quittance.tck.store;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.PaymentRecord;
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

/** A small, correct ledger of one creditor in memory, for tests. Safe for several threads. */
public final class MemoryInvoiceStore implements InvoiceStore {

    private final StoreId id;
    private final CreditorId creditor;
    private final MemoryLedger ledger;
    private Optional<LocalDate> paymentsKnownUntil = Optional.empty();

    private MemoryInvoiceStore(StoreId id, CreditorId creditor) {
        this.id = id;
        this.creditor = creditor;
        this.ledger = new MemoryLedger(creditor);
    }

    public static MemoryInvoiceStore of(String id, CreditorId creditor) {
        return new MemoryInvoiceStore(new StoreId(id), requireNonNull(creditor, "creditor"));
    }

    /** Books an invoice or credit note; for a known number replaces dispute and evidence. */
    public synchronized void book(InvoiceRecord invoice) {
        ledger.book(invoice);
    }

    /** Books a payment: oldest instalment of the named invoice first, the rest stays as credit. */
    public synchronized void book(PaymentRecord payment) {
        ledger.book(payment);
    }

    /** Takes back what a payment settled, as a bank does with a returned debit; the items are open again. */
    public synchronized void returnPayment(String key, LocalDate on) {
        ledger.returnPayment(key, on);
    }

    /** Withdraws an invoice from the ledger, as if it had never been owed. */
    public synchronized void cancel(String number, LocalDate on) {
        ledger.cancel(number, on);
    }

    public synchronized void paymentsKnownUntil(LocalDate day) {
        paymentsKnownUntil = Optional.of(day);
    }

    @Override
    public StoreId id() {
        return id;
    }

    @Override
    public synchronized OpenItemCursor openItems(CreditorId asked, LocalDate asOf) throws StoreException {
        List<OpenItem> items = new ArrayList<>(asked.equals(creditor) ? ledger.open(asOf) : List.of());
        items.sort(Comparator.comparing(OpenItem::debtor).thenComparing(OpenItem::key));
        return new ListCursor(items.iterator());
    }

    @Override
    public synchronized List<OpenItem> find(CreditorId asked, String number, LocalDate asOf) throws StoreException {
        if (!asked.equals(creditor)) {
            return List.of();
        }
        return ledger.open(asOf).stream()
                .filter(item -> item.number().equals(number)
                        || item.key().invoice().value().equals(number))
                .sorted(Comparator.comparing(OpenItem::issueDate).thenComparing(OpenItem::key))
                .toList();
    }

    @Override
    public synchronized ItemChanges changesSince(CreditorId asked, ChangeCursor cursor, int limit)
            throws StoreException {
        if (!asked.equals(creditor)) {
            return new ItemChanges(List.of(), cursor, false);
        }
        int first = cursor.equals(ChangeCursor.BEGINNING) ? 0 : Integer.parseInt(cursor.value());
        int last = Math.min(ledger.changes().size(), first + limit);
        return new ItemChanges(
                ledger.changes().subList(first, last),
                last == first ? cursor : new ChangeCursor(Integer.toString(last)),
                last < ledger.changes().size());
    }

    @Override
    public synchronized Set<ItemKey> recheck(CreditorId asked, Collection<ItemToken> tokens, LocalDate asOf)
            throws StoreException {
        Set<ItemToken> present = new HashSet<>();
        if (asked.equals(creditor)) {
            ledger.open(asOf).forEach(item -> present.add(item.token()));
        }
        Set<ItemKey> changed = new HashSet<>();
        tokens.stream().filter(token -> !present.contains(token)).forEach(token -> changed.add(token.item()));
        return changed;
    }

    @Override
    public synchronized Optional<LocalDate> paymentsKnownUntil(CreditorId asked) throws StoreException {
        return asked.equals(creditor) ? paymentsKnownUntil : Optional.empty();
    }

    /** A stream over items that were copied when it was opened. */
    private static final class ListCursor implements OpenItemCursor {

        private final Iterator<OpenItem> items;
        private Optional<OpenItem> current = Optional.empty();
        private boolean closed;

        ListCursor(Iterator<OpenItem> items) {
            this.items = items;
        }

        @Override
        public boolean advance() {
            current = !closed && items.hasNext() ? Optional.of(items.next()) : Optional.empty();
            return current.isPresent();
        }

        @Override
        public OpenItem current() {
            return current.orElseThrow(() -> new IllegalStateException("the stream is not at an item"));
        }

        @Override
        public void close() {
            closed = true;
            current = Optional.empty();
        }
    }
}
