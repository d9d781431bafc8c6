package org.quittance.importer.csv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.ImportSink;
import org.quittance.api.model.CreditorId;
import org.quittance.api.text.Sentence;

/**
 * Turns rows into records. A row is taken whole or not at all: an invoice whose payment in the same row cannot be read
 * would look unpaid. For one file and one thread.
 */
final class RowReader {

    private final ImportSink sink;
    private final Mapping mapping;
    private final Columns columns;
    private final Map<RecordKind, Maker> makers = new EnumMap<>(RecordKind.class);
    private final Map<RecordKind, Filter> filters = new EnumMap<>(RecordKind.class);
    private final Optional<Filter> ignored;
    private final List<Maker> wanted = new ArrayList<>();
    private final List<Maker.Ready> ready = new ArrayList<>();
    private long lostPayments;

    /** @param row the one row object that the parser fills again and again */
    RowReader(CreditorId creditor, Mapping mapping, Columns columns, Row row, ImportSink sink) throws ImportException {
        this.sink = sink;
        this.mapping = mapping;
        this.columns = columns;
        DatePatterns dates = new DatePatterns(mapping.dates());
        for (Map.Entry<RecordKind, Mapping.Rule> record : mapping.records().entrySet()) {
            Mapping.Rule rule = record.getValue();
            Fields fields = new Fields(record.getKey(), rule.fields(), columns, mapping, dates, row);
            makers.put(record.getKey(), maker(record.getKey(), rule, creditor, fields));
            if (rule.when().isPresent()) {
                filters.put(record.getKey(), Filter.of(rule.when().get(), columns));
            }
        }
        this.ignored = mapping.ignored().isPresent()
                ? Optional.of(Filter.of(mapping.ignored().get(), columns))
                : Optional.empty();
    }

    private static Maker maker(RecordKind kind, Mapping.Rule rule, CreditorId creditor, Fields fields) {
        return switch (kind) {
            case DEBTOR -> new DebtorMaker(creditor, fields);
            case INVOICE -> rule.repeatedRows() ? new RepeatedInvoiceMaker(fields) : new InvoiceMaker(fields);
            case CREDIT_NOTE -> new Makers.CreditNotes(fields);
            case EVIDENCE -> new Makers.Evidence(fields);
            case PAYMENT -> new Makers.Payments(fields);
            case REMINDER -> new Makers.Reminders(fields);
            case ENTRY -> new EntryMaker(fields);
        };
    }

    void read(Row row) {
        if (row.isBlankFrom(0)) {
            return;
        }
        if (!hasRightWidth(row)) {
            lostPayments += makers.containsKey(RecordKind.PAYMENT) && !makers.containsKey(RecordKind.INVOICE) ? 1 : 0;
            return;
        }
        if (ignored.isPresent() && ignored.get().accepts(row)) {
            return;
        }
        choose(row);
        try {
            make(row.line());
        } catch (RowProblem problem) {
            sink.rejected(row.line(), problem.field(), problem.sentence());
            wanted.forEach(maker -> maker.rejected(row.line()));
            lostPayments += isPaymentWithoutItsInvoice() ? 1 : 0;
        }
    }

    private boolean hasRightWidth(Row row) {
        if (row.count() == columns.count() || (row.count() > columns.count() && row.isBlankFrom(columns.count()))) {
            return true;
        }
        sink.rejected(row.line(), "", Sentence.of(RowReader.class, "row.cells", row.count(), columns.count()));
        makers.values().forEach(maker -> maker.rejected(row.line()));
        return false;
    }

    private void choose(Row row) {
        wanted.clear();
        for (Map.Entry<RecordKind, Maker> maker : makers.entrySet()) {
            Filter filter = filters.get(maker.getKey());
            if (!filters.containsKey(maker.getKey()) || filter.accepts(row)) {
                wanted.add(maker.getValue());
            }
        }
    }

    private void make(long line) throws RowProblem {
        if (wanted.isEmpty()) {
            throw new RowProblem("", "row.unmapped");
        }
        ready.clear();
        for (Maker maker : wanted) {
            ready.add(maker.make(line));
        }
        for (Maker.Ready record : ready) {
            record.push(line, sink);
        }
    }

    private boolean isPaymentWithoutItsInvoice() {
        return makers.containsKey(RecordKind.PAYMENT)
                && wanted.contains(makers.get(RecordKind.PAYMENT))
                && !(makers.containsKey(RecordKind.INVOICE) && wanted.contains(makers.get(RecordKind.INVOICE)));
    }

    /** Pushes what waited for the end, and how far the payments of the file are complete. */
    void finish() {
        makers.values().forEach(maker -> maker.finish(sink));
        if (makers.get(RecordKind.ENTRY) instanceof EntryMaker entries) {
            entries.known(mapping.knownUntil(), sink);
            return;
        }
        Optional<LocalDate> day = mapping.knownUntil().day();
        if (mapping.knownUntil().lastPayment() && makers.get(RecordKind.PAYMENT) instanceof Makers.Payments payments) {
            day = payments.lastBooked();
        }
        if (day.isEmpty()) {
            return;
        }
        if (lostPayments > 0) {
            sink.noticed(
                    "paymentsKnownUntil", Sentence.of(RowReader.class, "payments.incomplete", day.get(), lostPayments));
            return;
        }
        sink.paymentsKnownUntil(day.get());
    }
}
