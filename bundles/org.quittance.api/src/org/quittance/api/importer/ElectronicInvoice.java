package org.quittance.api.importer;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quittance.api.model.Money;

/**
 * An e-invoice as it states itself (EN 16931 and its relatives). Who its buyer is among the known debtors, and whether its
 * seller is the creditor, is decided by the suite. Amounts are positive, for credit notes too. Grows; use the builder.
 */
public final class ElectronicInvoice {

    private final String number;
    private final DocumentType type;
    private final LocalDate issueDate;
    private final Party seller;
    private final Party buyer;
    private final Money total;
    private final Money amountDue;
    private final Money prepaid;
    private final List<InvoiceRecord.Instalment> instalments;
    private final Optional<String> paymentTerms;
    private final Optional<Party> payee;
    private final Optional<String> payeeIban;
    private final Optional<String> paymentReference;
    private final Optional<String> buyerReference;
    private final Optional<String> orderReference;
    private final Optional<String> contractReference;
    private final List<String> preceding;
    private final Optional<LocalDate> deliveredOn;
    private final List<Note> notes;
    private final Optional<String> process;

    private ElectronicInvoice(Builder builder) {
        this.number = builder.number;
        this.type = builder.type;
        this.issueDate = builder.issueDate;
        this.seller = builder.seller;
        this.buyer = builder.buyer;
        this.total = builder.total;
        this.amountDue = builder.amountDue;
        this.prepaid = builder.prepaid;
        this.instalments = builder.instalments;
        this.paymentTerms = builder.paymentTerms;
        this.payee = builder.payee;
        this.payeeIban = builder.payeeIban;
        this.paymentReference = builder.paymentReference;
        this.buyerReference = builder.buyerReference;
        this.orderReference = builder.orderReference;
        this.contractReference = builder.contractReference;
        this.preceding = builder.preceding;
        this.deliveredOn = builder.deliveredOn;
        this.notes = builder.notes;
        this.process = builder.process;
    }

    /** Starts a document of which nothing is prepaid, so that its total is due. */
    public static Builder of(
            String number, DocumentType type, LocalDate issueDate, Party seller, Party buyer, Money total) {
        return new Builder(number, type, issueDate, seller, buyer, total);
    }

    /**
     * A note with its subject code (UNTDID 4451), such as PMT, PMD and AAB in France.
     *
     * @param code empty text if there is none
     */
    public record Note(String code, String text) {

        public Note {
            requireNonNull(code, "code");
            requireNonNull(text, "text");
        }
    }

    public String number() {
        return number;
    }

    public DocumentType type() {
        return type;
    }

    public LocalDate issueDate() {
        return issueDate;
    }

    public Party seller() {
        return seller;
    }

    public Party buyer() {
        return buyer;
    }

    /** With VAT (BT-112). */
    public Money total() {
        return total;
    }

    /** What the document asks for (BT-115); may be zero where all was prepaid. */
    public Money amountDue() {
        return amountDue;
    }

    /** What the document says was paid before (BT-113). */
    public Money prepaid() {
        return prepaid;
    }

    /**
     * The dates of payment that could be read from the due date or the terms; they sum to the amount due. Empty where
     * the document gives none that can be understood; then the suite asks for one or takes the agreed term.
     */
    public List<InvoiceRecord.Instalment> instalments() {
        return instalments;
    }

    /** The terms of payment in words (BT-20). */
    public Optional<String> paymentTerms() {
        return paymentTerms;
    }

    /** Who is to be paid if it is not the seller, such as a factor (BG-10). */
    public Optional<Party> payee() {
        return payee;
    }

    /** Kept to be compared with the configured account; <b>never printed</b>. */
    public Optional<String> payeeIban() {
        return payeeIban;
    }

    /** What the payer was asked to quote (BT-83). */
    public Optional<String> paymentReference() {
        return paymentReference;
    }

    public Optional<String> buyerReference() {
        return buyerReference;
    }

    public Optional<String> orderReference() {
        return orderReference;
    }

    public Optional<String> contractReference() {
        return contractReference;
    }

    /** Numbers of the invoices that this one credits, corrects or completes (BG-3). */
    public List<String> preceding() {
        return preceding;
    }

    /** When the goods or services were delivered (BT-72). */
    public Optional<LocalDate> deliveredOn() {
        return deliveredOn;
    }

    public List<Note> notes() {
        return notes;
    }

    /** The business process (BT-23), such as B4 in France for the final invoice of goods after an advance. */
    public Optional<String> process() {
        return process;
    }

    /** Collects the parts; not for several threads. */
    public static final class Builder {

        private final String number;
        private final DocumentType type;
        private final LocalDate issueDate;
        private final Party seller;
        private final Party buyer;
        private final Money total;
        private Money amountDue;
        private Money prepaid;
        private List<InvoiceRecord.Instalment> instalments = List.of();
        private Optional<String> paymentTerms = Optional.empty();
        private Optional<Party> payee = Optional.empty();
        private Optional<String> payeeIban = Optional.empty();
        private Optional<String> paymentReference = Optional.empty();
        private Optional<String> buyerReference = Optional.empty();
        private Optional<String> orderReference = Optional.empty();
        private Optional<String> contractReference = Optional.empty();
        private List<String> preceding = List.of();
        private Optional<LocalDate> deliveredOn = Optional.empty();
        private List<Note> notes = List.of();
        private Optional<String> process = Optional.empty();

        private Builder(String number, DocumentType type, LocalDate issueDate, Party seller, Party buyer, Money total) {
            this.number = requireNonNull(number, "number");
            this.type = requireNonNull(type, "type");
            this.issueDate = requireNonNull(issueDate, "issueDate");
            this.seller = requireNonNull(seller, "seller");
            this.buyer = requireNonNull(buyer, "buyer");
            this.total = requireNonNull(total, "total");
            this.amountDue = total;
            this.prepaid = Money.zero(total.currency());
        }

        public Builder amountDue(Money value) {
            this.amountDue = requireNonNull(value, "value");
            return this;
        }

        public Builder prepaid(Money value) {
            this.prepaid = requireNonNull(value, "value");
            return this;
        }

        public Builder instalments(List<InvoiceRecord.Instalment> value) {
            this.instalments = List.copyOf(value);
            return this;
        }

        public Builder paymentTerms(Optional<String> value) {
            this.paymentTerms = requireNonNull(value, "value");
            return this;
        }

        public Builder payee(Optional<Party> value) {
            this.payee = requireNonNull(value, "value");
            return this;
        }

        public Builder payeeIban(Optional<String> value) {
            this.payeeIban = requireNonNull(value, "value");
            return this;
        }

        public Builder paymentReference(Optional<String> value) {
            this.paymentReference = requireNonNull(value, "value");
            return this;
        }

        public Builder buyerReference(Optional<String> value) {
            this.buyerReference = requireNonNull(value, "value");
            return this;
        }

        public Builder orderReference(Optional<String> value) {
            this.orderReference = requireNonNull(value, "value");
            return this;
        }

        public Builder contractReference(Optional<String> value) {
            this.contractReference = requireNonNull(value, "value");
            return this;
        }

        public Builder preceding(List<String> value) {
            this.preceding = List.copyOf(value);
            return this;
        }

        public Builder deliveredOn(Optional<LocalDate> value) {
            this.deliveredOn = requireNonNull(value, "value");
            return this;
        }

        public Builder notes(List<Note> value) {
            this.notes = List.copyOf(value);
            return this;
        }

        public Builder process(Optional<String> value) {
            this.process = requireNonNull(value, "value");
            return this;
        }

        /** @throws IllegalArgumentException where currencies are mixed or instalments do not sum to the amount due */
        public ElectronicInvoice build() {
            Money left = amountDue;
            for (InvoiceRecord.Instalment instalment : instalments) {
                left = left.minus(instalment.amount());
            }
            if (!instalments.isEmpty() && !left.isZero()) {
                throw new IllegalArgumentException(
                        "instalments of " + number + " differ from the amount due by " + left);
            }
            if (!prepaid.currency().equals(total.currency())) {
                throw new IllegalArgumentException("prepaid of " + number + " is in " + prepaid.currency());
            }
            return new ElectronicInvoice(this);
        }
    }
}
