package org.quittance.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.ItemToken;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.ChangeCursor;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.ItemChanges;
import org.quittance.api.store.OpenItemCursor;
import org.quittance.api.store.StoreException;
import org.quittance.api.store.StoreId;

/** The embedded store with one flaw in its stream. */
class FlawedStore implements InvoiceStore {

    private final InvoiceStore sound;
    private final Flaw flaw;

    FlawedStore(InvoiceStore sound, Flaw flaw) {
        this.sound = sound;
        this.flaw = flaw;
    }

    /** Called before each item; makes what goes wrong. */
    @FunctionalInterface
    interface Flaw {
        void before(int item) throws StoreException;
    }

    static FlawedStore breakingBefore(InvoiceStore sound, int broken, boolean unchecked) {
        return new FlawedStore(sound, item -> {
            if (item == broken) {
                if (unchecked) {
                    throw new IllegalStateException("the bundle was stopped");
                }
                throw StoreException.passing("the connection was lost", null);
            }
        });
    }

    /** Delivers all items, then the first debtor's once more. */
    static InvoiceStore inPieces(InvoiceStore sound) {
        return new FlawedStore(sound, item -> {}) {
            @Override
            List<OpenItem> items(CreditorId creditor, LocalDate asOf) throws StoreException {
                List<OpenItem> items = super.items(creditor, asOf);
                items.add(items.get(0));
                return items;
            }
        };
    }

    /** Says nothing about one debtor, and does not say why. */
    static InvoiceStore without(InvoiceStore sound, DebtorId debtor) {
        return new FlawedStore(sound, item -> {}) {
            @Override
            List<OpenItem> items(CreditorId creditor, LocalDate asOf) throws StoreException {
                List<OpenItem> items = super.items(creditor, asOf);
                items.removeIf(item -> item.debtor().equals(debtor));
                return items;
            }
        };
    }

    List<OpenItem> items(CreditorId creditor, LocalDate asOf) throws StoreException {
        List<OpenItem> items = new ArrayList<>();
        try (OpenItemCursor cursor = sound.openItems(creditor, asOf)) {
            while (cursor.advance()) {
                items.add(cursor.current());
            }
        }
        return items;
    }

    @Override
    public StoreId id() {
        return sound.id();
    }

    @Override
    public OpenItemCursor openItems(CreditorId creditor, LocalDate asOf) throws StoreException {
        List<OpenItem> items = Collections.unmodifiableList(items(creditor, asOf));
        return new OpenItemCursor() {
            private int place = -1;

            @Override
            public boolean advance() throws StoreException {
                place++;
                flaw.before(place);
                return place < items.size();
            }

            @Override
            public OpenItem current() {
                return items.get(place);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public List<OpenItem> find(CreditorId creditor, String number, LocalDate asOf) throws StoreException {
        return sound.find(creditor, number, asOf);
    }

    @Override
    public ItemChanges changesSince(CreditorId creditor, ChangeCursor cursor, int limit) throws StoreException {
        return sound.changesSince(creditor, cursor, limit);
    }

    @Override
    public Set<ItemKey> recheck(CreditorId creditor, Collection<ItemToken> tokens, LocalDate asOf)
            throws StoreException {
        return sound.recheck(creditor, tokens, asOf);
    }

    @Override
    public Optional<LocalDate> paymentsKnownUntil(CreditorId creditor) throws StoreException {
        return sound.paymentsKnownUntil(creditor);
    }
}
