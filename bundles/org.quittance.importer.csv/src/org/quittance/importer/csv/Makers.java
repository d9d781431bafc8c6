package org.quittance.importer.csv;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.PaymentRecord;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;
import org.quittance.api.model.SendingEvidence;

/** The makers that need no more than a few lines each. */
final class Makers {

    private Makers() {}

    /** Credit notes, whose amounts some exports write with a minus and some without. */
    record CreditNotes(Fields fields) implements Maker {

        @Override
        public Ready make(long line) throws RowProblem {
            String number = fields.identifier("number");
            DebtorId debtor = fields.debtor("debtor");
            LocalDate issueDate = fields.date("issueDate");
            Currency currency = fields.currency();
            long minor = Math.abs(fields.minor("amount", currency));
            if (minor == 0) {
                throw new RowProblem(fields.label("amount"), "credit-note.zero");
            }
            InvoiceRecord creditNote = InvoiceRecord.of(number, debtor, issueDate)
                    .instalments(List.of(new InvoiceRecord.Instalment(issueDate, Money.ofMinor(minor, currency))))
                    .creditNote(fields.optionalIdentifier("corrects"))
                    .build();
            return (where, sink) -> sink.invoice(where, creditNote);
        }
    }

    /** Evidence of sending that stands in a file of its own. */
    record Evidence(Fields fields) implements Maker {

        @Override
        public Ready make(long line) throws RowProblem {
            String invoice = fields.identifier("invoice");
            LocalDate sentOn = fields.date("sentOn");
            SendingEvidence evidence = new SendingEvidence(
                    Words.grade(fields.identifier("grade"), fields.label("grade")),
                    sentOn,
                    fields.identifier("source"));
            return (where, sink) -> sink.evidence(where, invoice, evidence);
        }
    }

    /** Reminders sent before the suite knew the invoice. */
    record Reminders(Fields fields) implements Maker {

        @Override
        public Ready make(long line) throws RowProblem {
            String invoice = fields.identifier("invoice");
            String step = fields.identifier("step");
            LocalDate sentOn = fields.date("sentOn");
            return (where, sink) -> sink.pastReminder(where, invoice, step, sentOn);
        }
    }

    /** Payments, and the last day on which one was booked. */
    static final class Payments implements Maker {

        private final Fields fields;
        private final PaymentKeys keys = new PaymentKeys();
        private LocalDate lastBooked = LocalDate.MIN;

        Payments(Fields fields) {
            this.fields = fields;
        }

        @Override
        public Ready make(long line) throws RowProblem {
            PaymentRecord payment = payment();
            return (where, sink) -> {
                if (payment.bookedOn().isAfter(lastBooked)) {
                    lastBooked = payment.bookedOn();
                }
                sink.payment(where, payment);
            };
        }

        private PaymentRecord payment() throws RowProblem {
            Optional<String> invoice = fields.optionalIdentifier("invoice");
            Optional<DebtorId> debtor =
                    fields.isBlank("debtor") ? Optional.empty() : Optional.of(fields.debtor("debtor"));
            if (invoice.isEmpty() && debtor.isEmpty()) {
                throw new RowProblem(fields.label(fields.has("invoice") ? "invoice" : "debtor"), "payment.of-nobody");
            }
            Money amount = fields.positive("amount", fields.currency(), "payment.negative");
            LocalDate bookedOn = fields.date("bookedOn");
            LocalDate valueDate = fields.isBlank("valueDate") ? bookedOn : fields.date("valueDate");
            String key = fields.has("key")
                    ? fields.identifier("key")
                    : keys.key("csv:" + debtor.map(DebtorId::value).orElse("") + ":" + invoice.orElse("") + ":"
                            + bookedOn + ":" + valueDate + ":" + amount);
            return new PaymentRecord(key, debtor, invoice, amount, bookedOn, valueDate);
        }

        /** Empty where no payment was pushed. */
        Optional<LocalDate> lastBooked() {
            return lastBooked.equals(LocalDate.MIN) ? Optional.empty() : Optional.of(lastBooked);
        }
    }
}
