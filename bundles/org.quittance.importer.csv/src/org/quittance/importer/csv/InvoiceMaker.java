package org.quittance.importer.csv;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.InvoiceRecord.Instalment;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.SendingEvidence;

/** Makes invoices whose instalments, if several, stand in columns of one row. */
final class InvoiceMaker implements Maker {

    private static final String NEGATIVE = "invoice.negative";

    private final Fields fields;
    private final List<String[]> furtherInstalments = new ArrayList<>();

    InvoiceMaker(Fields fields) {
        this.fields = fields;
        for (int i = 2; i <= RecordKind.INSTALMENTS_MAX; i++) {
            if (fields.has("due" + i)) {
                furtherInstalments.add(new String[] {"due" + i, "amount" + i});
            }
        }
    }

    @Override
    public Ready make(long line) throws RowProblem {
        InvoiceRecord invoice = invoice();
        return (where, sink) -> sink.invoice(where, invoice);
    }

    InvoiceRecord invoice() throws RowProblem {
        String number = fields.identifier("number");
        DebtorId debtor = fields.debtor("debtor");
        InvoiceRecord.Builder builder = InvoiceRecord.of(number, debtor, fields.date("issueDate"));
        if (fields.has("due")) {
            builder.instalments(instalments());
        } else {
            builder.dueByTerm(fields.positive("amount", fields.currency(), NEGATIVE));
        }
        if (!fields.isBlank("disputed")) {
            builder.disputed(Words.truth(fields.text("disputed"), fields.label("disputed")));
        }
        Optional<SendingEvidence> evidence = fields.evidence("evidence.");
        if (evidence.isPresent()) {
            builder.evidence(evidence.get());
        }
        return builder.build();
    }

    private List<Instalment> instalments() throws RowProblem {
        Currency currency = fields.currency();
        Instalment first = new Instalment(fields.date("due"), fields.positive("amount", currency, NEGATIVE));
        if (furtherInstalments.isEmpty()) {
            return List.of(first);
        }
        List<Instalment> instalments = new ArrayList<>();
        instalments.add(first);
        for (String[] names : furtherInstalments) {
            if (!fields.isBlank(names[0]) || !fields.isBlank(names[1])) {
                instalments.add(new Instalment(fields.date(names[0]), fields.positive(names[1], currency, NEGATIVE)));
            }
        }
        return instalments;
    }

    /** Number of the invoice in the row, empty text where it cannot be read. */
    String numberOrBlank() {
        try {
            return fields.identifier("number");
        } catch (RowProblem unreadable) {
            return "";
        }
    }
}
