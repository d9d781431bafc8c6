package org.quittance.api.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.bank.BankBook;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.PaymentRecord;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.SendingEvidence;
import org.quittance.api.store.StoreException;

/**
 * One import into the embedded ledger: everything since it was opened is kept by {@link #commit()} or nothing is. For one
 * thread.
 */
@ProviderType
public interface IntakeSession extends AutoCloseable {

    /** Adds a debtor or replaces what is known of it. */
    IntakeResult debtor(Debtor debtor) throws StoreException;

    /**
     * Adds an invoice or credit note. The same again is unchanged. The same number with other content is rejected,
     * except that evidence and dispute are taken over. A credit note over the whole of an invoice of which nothing was
     * paid or credited before cancels it.
     */
    IntakeResult invoice(InvoiceRecord invoice) throws StoreException;

    /** The same as taking them one after the other; a store may be faster with some dozens at once. */
    default List<IntakeResult> invoices(List<InvoiceRecord> invoices) throws StoreException {
        List<IntakeResult> results = new ArrayList<>(invoices.size());
        for (InvoiceRecord invoice : invoices) {
            results.add(invoice(invoice));
        }
        return results;
    }

    /** Adds a payment and allocates it; what exceeds the invoice stays as unallocated credit of the debtor. */
    IntakeResult payment(PaymentRecord payment) throws StoreException;

    /**
     * Takes a payment back from a day on: a direct debit was returned, a transfer recalled, money was set against the wrong
     * invoice. What it had settled is open again and logged as reopened, what it had settled in part is open by that much
     * more, and what of it stood as credit of the debtor is gone. Questions about days before that day are answered as
     * before; taken back on its own booking day, a payment never counted.
     *
     * <p>The payment stays known: imported once more under its key it is unchanged and stays taken back. Money that comes
     * anew, belongs to another invoice or has another amount is a payment of its own, with a key of its own.
     *
     * @param paymentKey {@link PaymentRecord#key()} of a payment that was taken in
     * @param on the first day on which the payment does not count
     * @param reason for people, in the bank's words for instance; kept beside the payment
     * @return changed; unchanged where the payment was taken back before, whatever the day and the reason; rejected by
     *     {@code key} where no such payment is known, by {@code on} for a day before it was booked
     */
    IntakeResult takeBack(String paymentKey, LocalDate on, String reason) throws StoreException;

    /** Evidence that an invoice was sent; the stronger grade stays. Rejected for an unknown invoice. */
    IntakeResult evidence(String invoiceNumber, SendingEvidence evidence) throws StoreException;

    /** The items of an invoice, by its number, to attach case truth to; empty if it is unknown. */
    List<ItemOwner> itemsOf(String invoiceNumber) throws StoreException;

    /** Invoice documents, in this same transaction. */
    InvoiceBook documents();

    /** Bank accounts: their entries, statements and matches, in this same transaction. */
    BankBook bank();

    /** Payments are complete up to this day; an earlier day than known changes nothing. */
    void paymentsKnownUntil(LocalDate day) throws StoreException;

    void commit() throws StoreException;

    /** Takes back what was not committed. */
    @Override
    void close();

    /** An item and its debtor. */
    record ItemOwner(org.quittance.api.model.ItemKey item, org.quittance.api.model.DebtorId debtor) {}
}
