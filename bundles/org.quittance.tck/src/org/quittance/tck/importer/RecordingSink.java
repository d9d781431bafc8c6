package org.quittance.tck.importer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.quittance.api.importer.AccountStatement;
import org.quittance.api.importer.ElectronicInvoice;
import org.quittance.api.importer.ImportSink;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.LifecycleStatus;
import org.quittance.api.importer.PaymentRecord;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.SendingEvidence;

/** Keeps what an import pushes, in order. For one thread; not for files that do not fit into memory. */
public class RecordingSink implements ImportSink {

    /** As it was pushed. */
    public record Rejection(long line, String field, String reason) {}

    /** As it was pushed. */
    public record Evidence(String invoice, SendingEvidence evidence) {}

    /** As it was pushed. */
    public record PastReminder(String invoice, String step, LocalDate sentOn) {}

    private final List<Debtor> debtors = new ArrayList<>();
    private final List<InvoiceRecord> invoices = new ArrayList<>();
    private final List<PaymentRecord> payments = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<PastReminder> reminders = new ArrayList<>();
    private final List<LocalDate> knownUntil = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<String> order = new ArrayList<>();
    private final List<ElectronicInvoice> electronicInvoices = new ArrayList<>();
    private final List<LifecycleStatus> statuses = new ArrayList<>();
    private final List<AccountStatement> statements = new ArrayList<>();
    private final List<StatementEntry> entries = new ArrayList<>();

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
    public void electronicInvoice(long line, ElectronicInvoice invoice) {
        electronicInvoices.add(invoice);
        order.add(line + " e-invoice " + invoice.number());
    }

    @Override
    public void lifecycleStatus(long line, LifecycleStatus status) {
        statuses.add(status);
        order.add(line + " status " + status.invoiceNumber() + " " + status.code());
    }

    @Override
    public void statement(long line, AccountStatement statement) {
        statements.add(statement);
        order.add(line + " statement " + statement.account());
    }

    @Override
    public void entry(long line, StatementEntry entry) {
        entries.add(entry);
        order.add(line + " entry " + entry.key());
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
    public Rejection rejection() {
        if (rejections.size() != 1) {
            throw new AssertionError("expected one rejection, but there are " + rejections);
        }
        return rejections.get(0);
    }

    public final List<Debtor> debtors() {
        return debtors;
    }

    public final List<InvoiceRecord> invoices() {
        return invoices;
    }

    public final List<PaymentRecord> payments() {
        return payments;
    }

    public final List<Evidence> evidence() {
        return evidence;
    }

    public final List<PastReminder> reminders() {
        return reminders;
    }

    public final List<LocalDate> knownUntil() {
        return knownUntil;
    }

    public final List<Rejection> rejections() {
        return rejections;
    }

    /** Every record that has an identity, as line, kind and identity. */
    public final List<String> order() {
        return order;
    }

    public final List<ElectronicInvoice> electronicInvoices() {
        return electronicInvoices;
    }

    public final List<LifecycleStatus> statuses() {
        return statuses;
    }

    public final List<AccountStatement> statements() {
        return statements;
    }

    public final List<StatementEntry> entries() {
        return entries;
    }
}
