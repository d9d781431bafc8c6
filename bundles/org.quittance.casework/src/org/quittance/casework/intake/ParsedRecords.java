package org.quittance.casework.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.quittance.api.importer.AccountStatement;
import org.quittance.api.importer.ElectronicInvoice;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.ImportSink;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.LifecycleStatus;
import org.quittance.api.importer.PaymentRecord;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.SendingEvidence;
import org.quittance.api.text.Sentence;
import org.quittance.casework.ahead.ReadAhead;

/** Gathers what an importer reads into parts that another thread takes into the ledger, in the order of the file. */
final class ParsedRecords implements ImportSink {

    /** Handing a part over costs some microseconds, a record about five. */
    private static final int RECORDS_PER_PART = 500;

    private final ReadAhead.Taker<List<Consumer<ImportSink>>> taker;
    private List<Consumer<ImportSink>> part = new ArrayList<>(RECORDS_PER_PART);

    private ParsedRecords(ReadAhead.Taker<List<Consumer<ImportSink>>> taker) {
        this.taker = taker;
    }

    /** Nobody takes records any more; carries that through the importer. */
    private static final class Abandoned extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Abandoned(InterruptedException cause) {
            super(cause);
        }
    }

    /** Reads the whole file; returns why it could not be read, if it could not. */
    static Optional<ImportException> read(
            CreditorId creditor,
            InputFile file,
            Optional<Path> mapping,
            ReadAhead.Taker<List<Consumer<ImportSink>>> taker)
            throws InterruptedException {
        ParsedRecords records = new ParsedRecords(taker);
        try {
            file.importer().read(creditor, file.path(), mapping, records);
            taker.put(records.part);
            return Optional.empty();
        } catch (ImportException e) {
            return Optional.of(e);
        } catch (Abandoned e) {
            throw new InterruptedException(e.getMessage());
        }
    }

    private void add(Consumer<ImportSink> record) {
        part.add(record);
        if (part.size() < RECORDS_PER_PART) {
            return;
        }
        try {
            taker.put(part);
        } catch (InterruptedException e) {
            throw new Abandoned(e);
        }
        part = new ArrayList<>(RECORDS_PER_PART);
    }

    @Override
    public void debtor(long line, Debtor debtor) {
        add(sink -> sink.debtor(line, debtor));
    }

    @Override
    public void debtorUnlessKnown(long line, Debtor debtor) {
        add(sink -> sink.debtorUnlessKnown(line, debtor));
    }

    @Override
    public void allocated(long line, String key, List<PaymentRecord> parts) {
        add(sink -> sink.allocated(line, key, parts));
    }

    @Override
    public void invoice(long line, InvoiceRecord invoice) {
        add(sink -> sink.invoice(line, invoice));
    }

    @Override
    public void payment(long line, PaymentRecord payment) {
        add(sink -> sink.payment(line, payment));
    }

    @Override
    public void evidence(long line, String invoiceNumber, SendingEvidence evidence) {
        add(sink -> sink.evidence(line, invoiceNumber, evidence));
    }

    @Override
    public void pastReminder(long line, String invoiceNumber, String step, LocalDate sentOn) {
        add(sink -> sink.pastReminder(line, invoiceNumber, step, sentOn));
    }

    @Override
    public void electronicInvoice(long line, ElectronicInvoice invoice) {
        add(sink -> sink.electronicInvoice(line, invoice));
    }

    @Override
    public void lifecycleStatus(long line, LifecycleStatus status) {
        add(sink -> sink.lifecycleStatus(line, status));
    }

    @Override
    public void statement(long line, AccountStatement statement) {
        add(sink -> sink.statement(line, statement));
    }

    @Override
    public void returned(long line, String key, LocalDate on) {
        add(sink -> sink.returned(line, key, on));
    }

    @Override
    public void entry(long line, StatementEntry entry) {
        add(sink -> sink.entry(line, entry));
    }

    @Override
    public void paymentsKnownUntil(LocalDate day) {
        add(sink -> sink.paymentsKnownUntil(day));
    }

    @Override
    public void rejected(long line, String field, String reason) {
        add(sink -> sink.rejected(line, field, reason));
    }

    @Override
    public void rejected(long line, String field, Sentence reason) {
        add(sink -> sink.rejected(line, field, reason));
    }

    @Override
    public void noticed(String field, Sentence notice) {
        add(sink -> sink.noticed(field, notice));
    }
}
