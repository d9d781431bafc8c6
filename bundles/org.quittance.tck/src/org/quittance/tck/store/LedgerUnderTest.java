package org.quittance.tck.store;

import org.osgi.annotation.versioning.ConsumerType;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.PaymentRecord;
import org.quittance.api.store.InvoiceStore;

/**
 * An empty ledger of the author's own kind, with a way to fill it. The contract writes and reads it from one thread, the
 * way the author's program would; an exception fails the test.
 */
@ConsumerType
public interface LedgerUnderTest extends AutoCloseable {

    InvoiceStore store();

    /** Books an invoice or credit note of {@link InvoiceStoreContract#CREDITOR}, or replaces its dispute. */
    void book(InvoiceRecord invoice) throws Exception;

    /** Books a payment: the invoice it names first, what is left stays as credit of the debtor. */
    void book(PaymentRecord payment) throws Exception;

    /** Whether the store can answer for days that have passed; if not it refuses them. */
    default boolean knowsPastDays() {
        return true;
    }

    @Override
    default void close() throws Exception {}
}
