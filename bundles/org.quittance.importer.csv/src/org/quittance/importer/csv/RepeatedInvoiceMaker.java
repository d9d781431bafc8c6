package org.quittance.importer.csv;

import java.util.ArrayList;
import java.util.List;
import org.quittance.api.importer.ImportSink;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.InvoiceRecord.Instalment;
import org.quittance.api.text.Sentence;

/**
 * Makes invoices whose instalments are rows that follow each other with the same number. An invoice of which one row is
 * bad is rejected as a whole: with an instalment missing it would be another invoice.
 */
final class RepeatedInvoiceMaker implements Maker {

    private final InvoiceMaker single;
    private final Fields fields;
    private final List<InvoiceRecord> rows = new ArrayList<>();
    private String number = "";
    private long firstLine;
    /** A rejected row of the invoice at hand, or one whose number nobody can read; 0 for none. */
    private long badLine;
    /** A rejected row of the invoice that may come next. */
    private String nextBad = "";

    private long nextBadLine;

    RepeatedInvoiceMaker(Fields fields) {
        this.single = new InvoiceMaker(fields);
        this.fields = fields;
    }

    @Override
    public Ready make(long line) throws RowProblem {
        InvoiceRecord row = single.invoice();
        if (row.number().equals(number)) {
            requireFits(row);
        }
        return (where, sink) -> {
            begin(row.number(), where, sink);
            rows.add(row);
        };
    }

    private void requireFits(InvoiceRecord row) throws RowProblem {
        for (InvoiceRecord earlier : rows) {
            Instalment one = earlier.instalments().get(0);
            Instalment other = row.instalments().get(0);
            if (!earlier.debtor().equals(row.debtor())) {
                throw differs("debtor");
            }
            if (!earlier.issueDate().equals(row.issueDate())) {
                throw differs("issueDate");
            }
            if (!one.amount().currency().equals(other.amount().currency())) {
                throw differs("currency");
            }
            if (one.dueDate().equals(other.dueDate())) {
                throw new RowProblem(fields.label("due"), "instalment.same-day", number, other.dueDate());
            }
        }
    }

    private RowProblem differs(String field) {
        return new RowProblem(fields.label(field), "invoice.differs", firstLine, number);
    }

    @Override
    public void rejected(long line) {
        String bad = single.numberOrBlank();
        if (bad.isEmpty() || bad.equals(number)) {
            badLine = badLine == 0 ? line : badLine;
        }
        if (!bad.equals(number)) {
            nextBad = bad;
            nextBadLine = line;
        }
    }

    private void begin(String next, long line, ImportSink sink) {
        if (next.equals(number)) {
            return;
        }
        finish(sink);
        number = next;
        firstLine = line;
        badLine = nextBad.isEmpty() || nextBad.equals(next) ? nextBadLine : 0;
        nextBadLine = 0;
        nextBad = "";
    }

    @Override
    public void finish(ImportSink sink) {
        if (rows.isEmpty()) {
            return;
        }
        if (badLine > 0) {
            sink.rejected(
                    firstLine,
                    fields.label("number"),
                    Sentence.of(RepeatedInvoiceMaker.class, "invoice.part-rejected", number, badLine));
        } else {
            sink.invoice(firstLine, merged());
        }
        rows.clear();
    }

    private InvoiceRecord merged() {
        InvoiceRecord first = rows.get(0);
        InvoiceRecord.Builder builder = InvoiceRecord.of(number, first.debtor(), first.issueDate())
                .instalments(
                        rows.stream().flatMap(row -> row.instalments().stream()).toList())
                .disputed(rows.stream().anyMatch(InvoiceRecord::isDisputed));
        first.evidence().ifPresent(builder::evidence);
        return builder.build();
    }
}
