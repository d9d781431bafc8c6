package org.quittance.store.sqlite;

import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.PaymentRecord;
import org.quittance.api.store.InvoiceStore;
import org.quittance.tck.store.InvoiceStoreContract;
import org.quittance.tck.store.LedgerUnderTest;
import org.quittance.tck.store.MemoryInvoiceStore;

/** The fake that callers are tested with holds to the same contract as the store it stands for. */
class MemoryInvoiceStoreTest extends InvoiceStoreContract {

    @Override
    protected LedgerUnderTest emptyLedger() {
        MemoryInvoiceStore store = MemoryInvoiceStore.of("memory", CREDITOR);
        return new LedgerUnderTest() {

            @Override
            public InvoiceStore store() {
                return store;
            }

            @Override
            public void book(InvoiceRecord invoice) {
                store.book(invoice);
            }

            @Override
            public void book(PaymentRecord payment) {
                store.book(payment);
            }
        };
    }
}
