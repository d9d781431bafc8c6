package org.quittance.api.vat;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.Money;

/** Receivables of one debtor, in one currency, lost on one ground, and what proves it. Immutable. */
public final class BadDebt {

    private final Creditor creditor;
    private final Debtor debtor;
    private final LocalDate date;
    private final Loss loss;
    private final BigDecimal vatPercent;
    private final List<Item> items;
    private final List<DocumentFile> invoices;
    private final List<DocumentFile> messages;
    private final List<DocumentFile> evidence;
    private final String chronology;

    private BadDebt(Builder builder) {
        this.creditor = builder.creditor;
        this.debtor = builder.debtor;
        this.date = builder.date;
        this.loss = builder.loss;
        this.vatPercent = builder.vatPercent;
        this.items = List.copyOf(builder.items);
        this.invoices = List.copyOf(builder.invoices);
        this.messages = List.copyOf(builder.messages);
        this.evidence = List.copyOf(builder.evidence);
        this.chronology = builder.chronology;
    }

    /** @param date of the file */
    public static Builder of(Creditor creditor, Debtor debtor, LocalDate date) {
        return new Builder(creditor, debtor, date);
    }

    public Creditor creditor() {
        return creditor;
    }

    public Debtor debtor() {
        return debtor;
    }

    public LocalDate date() {
        return date;
    }

    public Loss loss() {
        return loss;
    }

    /** The rate that was invoiced, such as 20 or 5.5. */
    public BigDecimal vatPercent() {
        return vatPercent;
    }

    /** Never none, all in one currency. */
    public List<Item> items() {
        return items;
    }

    /** Original invoices, those that are known. */
    public List<DocumentFile> invoices() {
        return invoices;
    }

    /** What was really sent to the debtor, named by message. */
    public List<DocumentFile> messages() {
        return messages;
    }

    /** What a person added: a judgment, a certificate. */
    public List<DocumentFile> evidence() {
        return evidence;
    }

    /** The journal of the case, one JSON object per line, oldest first. */
    public String chronology() {
        return chronology;
    }

    /**
     * @param since the day on which it became certain, or of the judgment
     * @param reason in somebody's own words
     */
    public record Loss(LossGround ground, LocalDate since, String reason) {

        public Loss {
            requireNonNull(ground, "ground");
            requireNonNull(since, "since");
            requireNonNull(reason, "reason");
        }
    }

    /**
     * What is unpaid of one instalment of an invoice.
     *
     * @param number printed number of the invoice
     * @param instalment from 1
     * @param issued date of the invoice
     */
    public record Item(String number, int instalment, LocalDate issued, Money net, Money vat) {

        public Item {
            requireNonNull(number, "number");
            requireNonNull(issued, "issued");
            requireNonNull(net, "net");
            requireNonNull(vat, "vat");
        }

        public Money gross() {
            return net.plus(vat);
        }
    }

    /** Collects what is known; not for several threads. */
    public static final class Builder {

        private final Creditor creditor;
        private final Debtor debtor;
        private final LocalDate date;
        private Loss loss;
        private BigDecimal vatPercent = BigDecimal.ZERO;
        private List<Item> items = List.of();
        private List<DocumentFile> invoices = List.of();
        private List<DocumentFile> messages = List.of();
        private List<DocumentFile> evidence = List.of();
        private String chronology = "";

        private Builder(Creditor creditor, Debtor debtor, LocalDate date) {
            this.creditor = requireNonNull(creditor, "creditor");
            this.debtor = requireNonNull(debtor, "debtor");
            this.date = requireNonNull(date, "date");
            this.loss = new Loss(LossGround.IRRECOVERABLE, date, "");
        }

        public Builder loss(Loss value) {
            this.loss = requireNonNull(value, "loss");
            return this;
        }

        public Builder items(BigDecimal percent, List<Item> value) {
            this.vatPercent = requireNonNull(percent, "percent");
            this.items = List.copyOf(value);
            return this;
        }

        public Builder invoices(List<DocumentFile> value) {
            this.invoices = List.copyOf(value);
            return this;
        }

        public Builder messages(List<DocumentFile> value) {
            this.messages = List.copyOf(value);
            return this;
        }

        public Builder evidence(List<DocumentFile> value) {
            this.evidence = List.copyOf(value);
            return this;
        }

        public Builder chronology(String value) {
            this.chronology = requireNonNull(value, "chronology");
            return this;
        }

        /** @throws IllegalArgumentException where nothing is lost, or in several currencies */
        public BadDebt build() {
            if (items.stream().map(item -> item.gross().currency()).distinct().count() != 1) {
                throw new IllegalArgumentException("a bad debt has items, all in one currency");
            }
            return new BadDebt(this);
        }
    }
}
