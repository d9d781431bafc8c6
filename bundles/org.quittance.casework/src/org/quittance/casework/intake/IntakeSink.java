package org.quittance.casework.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.importer.AccountStatement;
import org.quittance.api.importer.ElectronicInvoice;
import org.quittance.api.importer.ImportSink;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.LifecycleStatus;
import org.quittance.api.importer.PaymentRecord;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.intake.IntakeResult;
import org.quittance.api.intake.IntakeSession;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.SendingEvidence;
import org.quittance.api.store.StoreException;
import org.quittance.api.text.Sentence;
import org.quittance.service.casework.ImportService.ImportListener;
import org.quittance.service.casework.ImportService.ImportSummary;
import org.quittance.service.casework.ImportService.Rejection;

/**
 * Feeds the records of files into one intake session and counts what became of them. Reminders sent elsewhere are case truth, which
 * is not written while the ledger is: they are kept until the session is committed.
 */
final class IntakeSink implements ImportSink {

    /** Why a payment that stood as credit is taken back; kept in the ledger. */
    private static final String ALLOCATED = "allocated";

    private static final String RETURNED = "returned";

    private static final Sentence NO_REASON = Sentence.plain("");
    private static final long TELL_EVERY_NANOS = 300_000_000L;
    /** The clock is not asked for every record. */
    private static final int TELL_MASK = 0x3ff;

    /** Invoices that are taken in together. */
    private static final int AT_ONCE = 84;

    private final IntakeSession session;
    private final ImportListener listener;
    private final List<PastReminder> reminders = new ArrayList<>();
    private final UnknownDebtors strangers = new UnknownDebtors();
    private final LongTerms longTerms;
    private final ElectronicIntake documents;
    private final List<ElectronicIntake.Read> deferred = new ArrayList<>();
    private final DueByTerm dueByTerm;
    private final StatusIntake statuses;
    private final Statements statements = new Statements();
    private List<Waiting> waiting = new ArrayList<>(AT_ONCE);
    private String file = "";
    private long records;
    private long toldAt = System.nanoTime();
    private long invoices;
    private long creditNotes;
    private long payments;
    private long debtors;
    private long evidence;
    private long updated;
    private long proven;
    private long unchanged;
    private long rejected;
    /** Payments of this file that the ledger refused: as long as there are any, its payments are not complete. */
    private long lostPayments;

    IntakeSink(
            Creditor creditor,
            IntakeSession session,
            PaymentTerms terms,
            LongTerms longTerms,
            ImportListener listener) {
        this.session = session;
        this.listener = listener;
        this.longTerms = longTerms;
        this.dueByTerm = new DueByTerm(creditor, session, terms);
        this.documents = new ElectronicIntake(creditor, session, dueByTerm, longTerms, listener);
        this.statuses = new StatusIntake(creditor, session);
    }

    /** An invoice that was read and not yet taken in. */
    private record Waiting(long line, InvoiceRecord invoice) {}

    /** A reminder of the time before. */
    record PastReminder(IntakeSession.ItemOwner owner, String step, LocalDate sentOn) {}

    /** The file that is read from now on. */
    void begin(String name) {
        file = name;
        lostPayments = 0;
    }

    /** Everything of the file was read. */
    void end() {
        flush();
        try {
            statements.keep(session.bank(), file, listener);
        } catch (StoreException e) {
            throw new IntakeFailed(e);
        }
    }

    ElectronicIntake documents() {
        return documents;
    }

    /** To be called after the last file: now is taken what refers to other documents. */
    void finish(LocalDate today) {
        deferred.forEach(this::take);
        deferred.clear();
        statuses.inOrder().forEach(read -> take(read, today));
    }

    StatusIntake statuses() {
        return statuses;
    }

    /** What was read in another file than the one of now. */
    void rejected(StatusIntake.Read read, String field, Sentence reason) {
        file = read.file();
        rejected(read.line(), field, reason);
    }

    UnknownDebtors strangers() {
        return strangers;
    }

    LongTerms longTerms() {
        return longTerms;
    }

    List<PastReminder> reminders() {
        return reminders;
    }

    ImportSummary summary() {
        return new ImportSummary(
                invoices,
                creditNotes,
                payments,
                debtors,
                evidence,
                reminders.size(),
                updated,
                proven,
                unchanged + statuses.repeated(),
                rejected);
    }

    @Override
    public void debtor(long line, Debtor debtor) {
        flush();
        try {
            IntakeResult result = session.debtor(debtor);
            if (took(line, result)) {
                debtors++;
                updated += changed(result);
            }
            if (result.kind() != IntakeResult.Kind.REJECTED) {
                strangers.described(debtor.id());
            }
        } catch (StoreException e) {
            throw new IntakeFailed(e);
        }
    }

    @Override
    public void debtorUnlessKnown(long line, Debtor debtor) {
        flush();
        try {
            if (session.documents().debtor(debtor.id()).isEmpty()) {
                debtor(line, debtor);
            }
        } catch (StoreException e) {
            throw new IntakeFailed(e);
        }
    }

    @Override
    public void invoice(long line, InvoiceRecord invoice) {
        if (!invoice.isDueByTerm()) {
            take(line, invoice);
            return;
        }
        flush();
        try {
            Optional<InvoiceRecord> dated = dueByTerm.dated(file, invoice);
            if (dated.isPresent()) {
                take(line, dated.get());
            } else {
                took(line, dueByTerm.withoutDate(invoice));
            }
        } catch (StoreException e) {
            throw new IntakeFailed(e);
        }
    }

    private void take(long line, InvoiceRecord invoice) {
        waiting.add(new Waiting(line, invoice));
        if (waiting.size() >= AT_ONCE) {
            flush();
        }
    }

    /** Takes in the invoices that were gathered. To be called before anything else is taken, and at the end of a file. */
    void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        List<Waiting> taken = waiting;
        waiting = new ArrayList<>(AT_ONCE);
        try {
            List<IntakeResult> results =
                    session.invoices(taken.stream().map(Waiting::invoice).toList());
            for (int index = 0; index < taken.size(); index++) {
                count(taken.get(index), results.get(index));
            }
        } catch (StoreException e) {
            throw new IntakeFailed(e);
        }
    }

    private void count(Waiting taken, IntakeResult result) {
        if (result.kind() == IntakeResult.Kind.ADDED) {
            longTerms.taken(taken.invoice());
        }
        if (took(taken.line(), result)) {
            updated += changed(result);
            if (taken.invoice().isCreditNote()) {
                creditNotes++;
            } else {
                invoices++;
                proven += taken.invoice().evidence().isPresent() ? 1 : 0;
            }
            strangers.named(file, taken.line(), taken.invoice().debtor());
        }
    }

    @Override
    public void payment(long line, PaymentRecord payment) {
        flush();
        try {
            IntakeResult result = session.payment(payment);
            if (took(line, result)) {
                payments++;
            } else if (result.kind() == IntakeResult.Kind.REJECTED) {
                lostPayments++;
            }
        } catch (StoreException e) {
            throw new IntakeFailed(e);
        }
    }

    @Override
    public void allocated(long line, String key, List<PaymentRecord> parts) {
        flush();
        try {
            if (!parts.isEmpty()) {
                // Rejected where no earlier file gave it, which is how it should be.
                session.takeBack(key, parts.get(0).bookedOn(), ALLOCATED);
            }
        } catch (StoreException e) {
            throw new IntakeFailed(e);
        }
        parts.forEach(part -> payment(line, part));
    }

    @Override
    public void returned(long line, String key, LocalDate on) {
        flush();
        try {
            // Rejected where no earlier file gave it, which is how it should be.
            session.takeBack(key, on, RETURNED);
        } catch (StoreException e) {
            throw new IntakeFailed(e);
        }
    }

    @Override
    public void evidence(long line, String invoiceNumber, SendingEvidence sending) {
        flush();
        try {
            if (took(line, session.evidence(invoiceNumber, sending))) {
                evidence++;
            }
        } catch (StoreException e) {
            throw new IntakeFailed(e);
        }
    }

    @Override
    public void pastReminder(long line, String invoiceNumber, String step, LocalDate sentOn) {
        flush();
        try {
            List<IntakeSession.ItemOwner> owners = session.itemsOf(invoiceNumber);
            if (owners.isEmpty()) {
                rejected(line, "invoice", Sentence.of(IntakeSink.class, "invoice.unknown", invoiceNumber));
                return;
            }
            owners.forEach(owner -> reminders.add(new PastReminder(owner, step, sentOn)));
            progress();
        } catch (StoreException e) {
            throw new IntakeFailed(e);
        }
    }

    @Override
    public void electronicInvoice(long line, ElectronicInvoice invoice) {
        flush();
        ElectronicIntake.Read read = new ElectronicIntake.Read(file, line, invoice);
        if (read.refersToOthers()) {
            deferred.add(read);
        } else {
            take(read);
        }
    }

    private void take(ElectronicIntake.Read read) {
        file = read.file();
        try {
            if (took(read.line(), documents.take(read))) {
                if (read.isCreditNote()) {
                    creditNotes++;
                } else {
                    invoices++;
                }
            }
        } catch (StoreException e) {
            throw new IntakeFailed(e);
        }
    }

    @Override
    public void lifecycleStatus(long line, LifecycleStatus status) {
        statuses.read(file, line, status);
    }

    /** Whether it was known is told by the case, which keeps it. */
    private void take(StatusIntake.Read read, LocalDate today) {
        try {
            IntakeResult result = statuses.take(read, today);
            if (result.kind() == IntakeResult.Kind.REJECTED) {
                rejected(read, result.field().orElse(""), result.reason().orElse(NO_REASON));
            } else if (result.kind() != IntakeResult.Kind.UNCHANGED) {
                evidence++;
            }
        } catch (StoreException e) {
            throw new IntakeFailed(e);
        }
    }

    @Override
    public void statement(long line, AccountStatement statement) {
        flush();
        statements.read(statement);
    }

    @Override
    public void entry(long line, StatementEntry entry) {
        flush();
        try {
            took(line, session.bank().entry(entry));
            listener.entry(entry);
            statements.entry(entry.account());
        } catch (StoreException e) {
            throw new IntakeFailed(e);
        }
    }

    Statements statements() {
        return statements;
    }

    @Override
    public void paymentsKnownUntil(LocalDate day) {
        flush();
        if (lostPayments > 0) {
            noticed("paymentsKnownUntil", Sentence.of(IntakeSink.class, "payments.incomplete", day, lostPayments));
            return;
        }
        try {
            session.paymentsKnownUntil(day);
        } catch (StoreException e) {
            throw new IntakeFailed(e);
        }
    }

    @Override
    public void rejected(long line, String field, String reason) {
        rejected(line, field, Sentence.plain(reason));
    }

    @Override
    public void noticed(String field, Sentence notice) {
        listener.warned(new Rejection(file, 0, field, notice));
    }

    @Override
    public void rejected(long line, String field, Sentence reason) {
        flush();
        rejected++;
        statements.rejected();
        listener.rejected(new Rejection(file, line, field, reason));
        progress();
    }

    /** Whether the record added or changed something; counts what did not. */
    private boolean took(long line, IntakeResult result) {
        switch (result.kind()) {
            case REJECTED:
                rejected(line, result.field().orElse(""), result.reason().orElse(NO_REASON));
                return false;
            case UNCHANGED:
                unchanged++;
                progress();
                return false;
            case ADDED, CHANGED:
                progress();
                return true;
        }
        throw new IllegalStateException("unknown result " + result.kind());
    }

    private static int changed(IntakeResult result) {
        return result.kind() == IntakeResult.Kind.CHANGED ? 1 : 0;
    }

    private void progress() {
        records++;
        if ((records & TELL_MASK) == 0 && System.nanoTime() - toldAt > TELL_EVERY_NANOS) {
            toldAt = System.nanoTime();
            listener.progress(records);
        }
    }
}
