package org.quittance.importer.csv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.quittance.api.importer.ImportSink;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.PaymentRecord;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.SendingEvidence;

/** Keeps what an import pushes, in order. */
final class RecordingSink implements ImportSink {

    record Rejection(long line, String field, String reason) {}

    record Evidence(String invoice, SendingEvidence evidence) {}

    record PastReminder(String invoice, String step, LocalDate sentOn) {}

    final List<Debtor> debtors = new ArrayList<>();
    final List<InvoiceRecord> invoices = new ArrayList<>();
    final List<PaymentRecord> payments = new ArrayList<>();
    final List<Evidence> evidence = new ArrayList<>();
    final List<PastReminder> reminders = new ArrayList<>();
    final List<LocalDate> knownUntil = new ArrayList<>();
    final List<Rejection> rejections = new ArrayList<>();
    final List<String> order = new ArrayList<>();

    @Override
    public void debtor(long line, Debtor debtor) {
        debtors.add(debtor);
        order.add(line + " debtor " + debtor.id());
    }

    @Override
    public void invoice(long line, InvoiceRecord invoice) {
        invoices.add(invoice);
        order.add(line + " invoice " + invoice.number());
    }

    @Override
    public void payment(long line, PaymentRecord payment) {
        payments.add(payment);
        order.add(line + " payment " + payment.key());
    }

    @Override
    public void evidence(long line, String invoiceNumber, SendingEvidence item) {
        evidence.add(new Evidence(invoiceNumber, item));
    }

    @Override
    public void pastReminder(long line, String invoiceNumber, String step, LocalDate sentOn) {
        reminders.add(new PastReminder(invoiceNumber, step, sentOn));
    }

    @Override
    public void paymentsKnownUntil(LocalDate day) {
        knownUntil.add(day);
    }

    @Override
    public void rejected(long line, String field, String reason) {
        rejections.add(new Rejection(line, field, reason));
    }

    /** The only rejection. */
    Rejection rejection() {
        if (rejections.size() != 1) {
            throw new AssertionError("expected one rejection, but there are " + rejections);
        }
        return rejections.get(0);
    }
}
