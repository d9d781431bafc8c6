package org.quittance.scenario.tests;

import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.OpenItem;
import org.quittance.api.store.DebtorDirectory;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.OpenItemCursor;
import org.quittance.api.store.StoreException;

/** What a vendor of accounting software plugs in, with faults on demand. */
final class Vendor {

    private Vendor() {}

    /** The same ledger, but something happens when its stream comes to an item; then it goes on as if nothing had. */
    static InvoiceStore interrupted(InvoiceStore store, int at, Runnable interruption) {
        return (InvoiceStore) Proxy.newProxyInstance(
                Vendor.class.getClassLoader(), new Class<?>[] {InvoiceStore.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(store, arguments);
                    return answer instanceof OpenItemCursor cursor ? new Interrupted(cursor, at, interruption) : answer;
                });
    }

    private static final class Interrupted implements OpenItemCursor {

        private final OpenItemCursor all;
        private final int at;
        private final Runnable interruption;
        private int place;

        Interrupted(OpenItemCursor all, int at, Runnable interruption) {
            this.all = all;
            this.at = at;
            this.interruption = interruption;
        }

        @Override
        public boolean advance() throws StoreException {
            place++;
            if (place == at) {
                interruption.run();
            }
            return all.advance();
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

    /** Knows every debtor of the vendor. */
    record Everybody(CreditorId creditor) implements DebtorDirectory {

        @Override
        public Map<DebtorId, Debtor> find(CreditorId asked, Collection<DebtorId> debtors) {
            return debtors.stream()
                    .filter(id -> id.value().startsWith("vendor-"))
                    .distinct()
                    .collect(Collectors.toMap(
                            id -> id,
                            id -> Debtor.named(new DebtorKey(creditor, id), "Exemple " + id)
                                    .kind(DebtorKind.BUSINESS)
                                    .email(id + "@debiteur.example")
                                    .build()));
        }

        @Override
        public List<Debtor> search(CreditorId asked, String text, int limit) {
            return List.of();
        }
    }
}
