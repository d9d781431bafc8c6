package org.quittance.api.document;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.model.CreditorReference;
import org.quittance.api.model.Money;

/**
 * What one message states, frozen when it was prepared: amounts, dates and items, no words. Bank details are not in it:
 * they come from the creditor's configuration at the moment of rendering. Grows; use the builder.
 */
public final class MessageFacts {

    private final DocumentKind kind;
    private final String template;
    private final Locale language;
    private final LocalDate date;
    private final String reference;
    private final CreditorReference paymentReference;
    private final List<Line> lines;
    private final List<Line> credits;
    private final Money principal;
    private final Money interest;
    private final Money indemnity;
    private final Money fees;
    private final List<InterestSegment> segments;
    private final Optional<LocalDate> interestKnownUntil;
    private final Optional<LocalDate> deadline;
    private final List<LocalDate> earlierMessages;
    private final Optional<String> announcedStep;
    private final List<String> legalParagraphs;

    private MessageFacts(Builder builder) {
        this.kind = builder.kind;
        this.template = builder.template;
        this.language = builder.language;
        this.date = builder.date;
        this.reference = builder.reference;
        this.paymentReference = builder.paymentReference;
        this.lines = builder.lines;
        this.credits = builder.credits;
        this.principal = builder.principal;
        this.interest = builder.interest == null ? Money.zero(principal.currency()) : builder.interest;
        this.indemnity = builder.indemnity == null ? Money.zero(principal.currency()) : builder.indemnity;
        this.fees = builder.fees == null ? Money.zero(principal.currency()) : builder.fees;
        this.segments = builder.segments;
        this.interestKnownUntil = builder.interestKnownUntil;
        this.deadline = builder.deadline;
        this.earlierMessages = builder.earlierMessages;
        this.announcedStep = builder.announcedStep;
        this.legalParagraphs = builder.legalParagraphs;
    }

    /**
     * @param template the policy's name for the words, such as {@code courteous}
     * @param principal the sum of lines less credits
     */
    public static Builder of(DocumentKind kind, String template, Locale language, LocalDate date, Money principal) {
        return new Builder(kind, template, language, date, principal);
    }

    /**
     * One item in the table of a letter.
     *
     * @param number as printed on the invoice
     * @param daysLate negative before the due date
     * @param paid what was set against it so far
     * @param claimed what this message asks for: open less disputed
     */
    public record Line(
            String number,
            int instalment,
            LocalDate issueDate,
            LocalDate dueDate,
            int daysLate,
            Money original,
            Money paid,
            Money claimed) {

        public Line {
            requireNonNull(number, "number");
            requireNonNull(issueDate, "issueDate");
            requireNonNull(dueDate, "dueDate");
            requireNonNull(original, "original");
            requireNonNull(paid, "paid");
            requireNonNull(claimed, "claimed");
        }
    }

    public DocumentKind kind() {
        return kind;
    }

    public String template() {
        return template;
    }

    public Locale language() {
        return language;
    }

    /** The date on the letter. */
    public LocalDate date() {
        return date;
    }

    /** Our reference, by which an answer finds the message. */
    public String reference() {
        return reference;
    }

    public CreditorReference paymentReference() {
        return paymentReference;
    }

    /** Oldest due date first. */
    public List<Line> lines() {
        return lines;
    }

    /** Credit notes and unallocated money netted against the lines; amounts negative. */
    public List<Line> credits() {
        return credits;
    }

    public Money principal() {
        return principal;
    }

    /** The running total of late interest; zero where the step charges none. */
    public Money interest() {
        return interest;
    }

    public Money indemnity() {
        return indemnity;
    }

    public Money fees() {
        return fees;
    }

    public Money total() {
        return principal.plus(interest).plus(indemnity).plus(fees);
    }

    /** How {@link #interest()} came about, one after the other; empty where none is charged. */
    public List<InterestSegment> segments() {
        return segments;
    }

    /** Set when no rate is known for the last days: interest is claimed to this day only, and the message says so. */
    public Optional<LocalDate> interestKnownUntil() {
        return interestKnownUntil;
    }

    /** The calendar date asked for. */
    public Optional<LocalDate> deadline() {
        return deadline;
    }

    /** Dates on which earlier messages about these items were really sent, oldest first. */
    public List<LocalDate> earlierMessages() {
        return earlierMessages;
    }

    /** The template name of the step that follows, announced in the text. */
    public Optional<String> announcedStep() {
        return announcedStep;
    }

    /** Paragraphs in {@link #language()} that a legal provider demands word for word; printed before the closing. */
    public List<String> legalParagraphs() {
        return legalParagraphs;
    }

    /** The same facts with the paragraphs a legal provider demands. */
    public MessageFacts withLegalParagraphs(List<String> paragraphs) {
        Builder copy = new Builder(kind, template, language, date, principal)
                .reference(reference, paymentReference)
                .lines(lines)
                .credits(credits)
                .interest(interest, segments)
                .indemnity(indemnity)
                .fees(fees)
                .earlierMessages(earlierMessages)
                .legalParagraphs(paragraphs);
        interestKnownUntil.ifPresent(copy::interestKnownUntil);
        deadline.ifPresent(copy::deadline);
        announcedStep.ifPresent(copy::announcedStep);
        return copy.build();
    }

    /** Collects the facts; not for several threads. */
    public static final class Builder {

        private final DocumentKind kind;
        private final String template;
        private final Locale language;
        private final LocalDate date;
        private final Money principal;
        private String reference = "-";
        private CreditorReference paymentReference = CreditorReference.of("0");
        private List<Line> lines = List.of();
        private List<Line> credits = List.of();
        private @Nullable Money interest;
        private @Nullable Money indemnity;
        private @Nullable Money fees;
        private List<InterestSegment> segments = List.of();
        private Optional<LocalDate> interestKnownUntil = Optional.empty();
        private Optional<LocalDate> deadline = Optional.empty();
        private List<LocalDate> earlierMessages = List.of();
        private Optional<String> announcedStep = Optional.empty();
        private List<String> legalParagraphs = List.of();

        private Builder(DocumentKind kind, String template, Locale language, LocalDate date, Money principal) {
            this.kind = requireNonNull(kind, "kind");
            this.template = requireNonNull(template, "template");
            this.language = requireNonNull(language, "language");
            this.date = requireNonNull(date, "date");
            this.principal = requireNonNull(principal, "principal");
        }

        public Builder reference(String own, CreditorReference payment) {
            this.reference = requireNonNull(own, "own");
            this.paymentReference = requireNonNull(payment, "payment");
            return this;
        }

        public Builder lines(List<Line> value) {
            this.lines = List.copyOf(value);
            return this;
        }

        public Builder credits(List<Line> value) {
            this.credits = List.copyOf(value);
            return this;
        }

        public Builder interest(Money value, List<InterestSegment> how) {
            this.interest = requireNonNull(value, "interest");
            this.segments = List.copyOf(how);
            return this;
        }

        public Builder interestKnownUntil(LocalDate value) {
            this.interestKnownUntil = Optional.of(value);
            return this;
        }

        public Builder indemnity(Money value) {
            this.indemnity = requireNonNull(value, "indemnity");
            return this;
        }

        public Builder fees(Money value) {
            this.fees = requireNonNull(value, "fees");
            return this;
        }

        public Builder deadline(LocalDate value) {
            this.deadline = Optional.of(value);
            return this;
        }

        public Builder earlierMessages(List<LocalDate> value) {
            this.earlierMessages = List.copyOf(value);
            return this;
        }

        public Builder announcedStep(String value) {
            this.announcedStep = Optional.of(value);
            return this;
        }

        public Builder legalParagraphs(List<String> value) {
            this.legalParagraphs = List.copyOf(value);
            return this;
        }

        public MessageFacts build() {
            return new MessageFacts(this);
        }
    }
}
