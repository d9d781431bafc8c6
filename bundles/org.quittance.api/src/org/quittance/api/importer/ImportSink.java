package org.quittance.api.importer;

import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.SendingEvidence;
import org.quittance.api.text.Sentence;

/** Receives records of one file, in order, on the thread that reads. {@code line} counts from 1; 0 for the whole file. */
@ProviderType
public interface ImportSink {

    void debtor(long line, Debtor debtor);

    void invoice(long line, InvoiceRecord invoice);

    void payment(long line, PaymentRecord payment);

    void evidence(long line, String invoiceNumber, SendingEvidence evidence);

    /** A reminder sent before this suite knew the invoice. */
    void pastReminder(long line, String invoiceNumber, String step, LocalDate sentOn);

    /** An e-invoice; the file it was read from is kept as its proof. */
    void electronicInvoice(long line, ElectronicInvoice invoice);

    /** A statement of a bank account; its entries follow. */
    void statement(long line, AccountStatement statement);

    void entry(long line, StatementEntry entry);

    /** Payments are complete up to this day. */
    void paymentsKnownUntil(LocalDate day);

    /**
     * A record that cannot be taken.
     *
     * @param field the column or element, empty text for the whole record
     * @param reason what is wrong and what is expected, in English, one sentence
     */
    void rejected(long line, String field, String reason);

    /** As above, told in the reader's language. */
    default void rejected(long line, String field, Sentence reason) {
        rejected(line, field, reason.toString());
    }

    /** A debtor of whom the file knows little more than the name: nothing that is known of it already is replaced. */
    default void debtorUnlessKnown(long line, Debtor debtor) {
        debtor(line, debtor);
    }

    /**
     * A payment of which it is now known what it pays. An earlier file may have given it under {@code key} as money of the debtor
     * alone; then that one gives way to these.
     *
     * @param parts with keys of their own
     */
    default void allocated(long line, String key, List<PaymentRecord> parts) {
        parts.forEach(part -> payment(line, part));
    }

    /** A payment came back. Where an earlier file gave it under {@code key}, it does not count from that day on. */
    default void returned(long line, String key, LocalDate on) {
        // What no earlier file gave need not be taken back.
    }

    /** What became of an e-invoice on its way. A sink of before there were such messages refuses it. */
    default void lifecycleStatus(long line, LifecycleStatus status) {
        rejected(line, "", "statuses of invoices are not taken here");
    }

    /** Something about the file that a person should know; no record is refused for it. */
    default void noticed(String field, Sentence notice) {
        rejected(0, field, notice);
    }
}
