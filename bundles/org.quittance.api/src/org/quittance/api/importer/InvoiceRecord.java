package org.quittance.api.importer;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;
import org.quittance.api.model.SendingEvidence;

/** An invoice or credit note as a file states it. Grows; use the builder. */
public final class InvoiceRecord {

    private final String number;
    private final DebtorId debtor;
    private final LocalDate issueDate;
    private final List<Instalment> instalments;
    private final boolean creditNote;
    private final boolean disputed;
    private final boolean dueByTerm;
    private final Optional<String> corrects;
    private final Optional<SendingEvidence> evidence;

    private InvoiceRecord(Builder builder) {
        this.number = builder.number;
        this.debtor = builder.debtor;
        this.issueDate = builder.issueDate;
        this.instalments = builder.instalments;
        this.creditNote = builder.creditNote;
        this.disputed = builder.disputed;
        this.dueByTerm = builder.dueByTerm;
        this.corrects = builder.corrects;
        this.evidence = builder.evidence;
        if (instalments.isEmpty()) {
            throw new IllegalArgumentException("invoice " + number + " has no instalment");
        }
    }

    public static Builder of(String number, DebtorId debtor, LocalDate issueDate) {
        return new Builder(number, debtor, issueDate);
    }

    /** One date of payment; the amount is positive, for credit notes too. */
    public record Instalment(LocalDate dueDate, Money amount) {

        public Instalment {
            requireNonNull(dueDate, "dueDate");
            requireNonNull(amount, "amount");
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("amount is " + amount + ", expected more than zero");
            }
        }
    }

    public String number() {
        return number;
    }

    public DebtorId debtor() {
        return debtor;
    }

    public LocalDate issueDate() {
        return issueDate;
    }

    /** At least one; the position, from 1, names the instalment. All in one currency. */
    public List<Instalment> instalments() {
        return instalments;
    }

    public boolean isCreditNote() {
        return creditNote;
    }

    public boolean isDisputed() {
        return disputed;
    }

    /**
     * Whether the file states no date of payment. The only instalment then bears the day of issue, and the suite puts the term
     * agreed with the debtor in its place, or the one the law gives where nothing was agreed.
     */
    public boolean isDueByTerm() {
        return dueByTerm;
    }

    /** The same invoice with a date of payment for all of it. */
    public InvoiceRecord dueOn(LocalDate day) {
        Builder dated = of(number, debtor, issueDate)
                .instalments(List.of(new Instalment(day, instalments.get(0).amount())))
                .disputed(disputed);
        evidence.ifPresent(dated::evidence);
        return dated.build();
    }

    /** For a credit note, the number of the invoice it is set against. */
    public Optional<String> corrects() {
        return corrects;
    }

    public Optional<SendingEvidence> evidence() {
        return evidence;
    }

    /** Collects the parts; not for several threads. */
    public static final class Builder {

        private final String number;
        private final DebtorId debtor;
        private final LocalDate issueDate;
        private List<Instalment> instalments = List.of();
        private boolean creditNote;
        private boolean disputed;
        private boolean dueByTerm;
        private Optional<String> corrects = Optional.empty();
        private Optional<SendingEvidence> evidence = Optional.empty();

        private Builder(String number, DebtorId debtor, LocalDate issueDate) {
            this.number = requireNonNull(number, "number");
            this.debtor = requireNonNull(debtor, "debtor");
            this.issueDate = requireNonNull(issueDate, "issueDate");
        }

        public Builder instalments(List<Instalment> value) {
            this.instalments = List.copyOf(value);
            return this;
        }

        /** Of an invoice whose file states no date of payment. */
        public Builder dueByTerm(Money amount) {
            this.instalments = List.of(new Instalment(issueDate, amount));
            this.dueByTerm = true;
            return this;
        }

        public Builder creditNote(Optional<String> correctsNumber) {
            this.creditNote = true;
            this.corrects = requireNonNull(correctsNumber, "correctsNumber");
            return this;
        }

        public Builder disputed(boolean value) {
            this.disputed = value;
            return this;
        }

        public Builder evidence(SendingEvidence value) {
            this.evidence = Optional.of(value);
            return this;
        }

        public InvoiceRecord build() {
            return new InvoiceRecord(this);
        }
    }
}
