package org.quittance.api.importer;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.quittance.api.importer.Party.Identifier;

/**
 * What a platform, the buyer or the seller says became of an e-invoice, as in the French reform (AFNOR XP Z12-012). What follows
 * from it is decided by the suite. Grows; use the builder.
 */
public final class LifecycleStatus {

    private final String invoiceNumber;
    private final String code;
    private final LocalDateTime at;
    private final String message;
    private final String label;
    private final Optional<LocalDate> invoiceDate;
    private final List<Identifier> seller;
    private final String issuer;
    private final List<Reason> reasons;
    private final List<Figure> figures;

    private LifecycleStatus(Builder builder) {
        this.invoiceNumber = builder.invoiceNumber;
        this.code = builder.code;
        this.at = builder.at;
        this.message = builder.message;
        this.label = builder.label;
        this.invoiceDate = builder.invoiceDate;
        this.seller = builder.seller;
        this.issuer = builder.issuer;
        this.reasons = builder.reasons;
        this.figures = builder.figures;
    }

    /**
     * Starts a status.
     *
     * @param code such as {@code 207}; one that nobody knows is a status too
     * @param at when it was given, in the zone of whoever gave it
     */
    public static Builder of(String invoiceNumber, String code, LocalDateTime at) {
        return new Builder(invoiceNumber, code, at);
    }

    /**
     * Why a status was given.
     *
     * @param code such as {@code QTE_ERR}; empty text if there is none
     * @param text in words; may be empty
     */
    public record Reason(String code, String text) {

        public Reason {
            requireNonNull(code, "code");
            requireNonNull(text, "text");
        }
    }

    /**
     * An amount that a status states.
     *
     * @param type such as {@code MEN} for money received and {@code MAPTTC} for what is approved, with VAT
     * @param currency its code; empty text where the message gives none
     */
    public record Figure(String type, BigDecimal amount, String currency) {

        public Figure {
            requireNonNull(type, "type");
            requireNonNull(amount, "amount");
            requireNonNull(currency, "currency");
        }
    }

    public String invoiceNumber() {
        return invoiceNumber;
    }

    public String code() {
        return code;
    }

    public LocalDateTime at() {
        return at;
    }

    /** The identifier of the message that brought it; empty text if it has none. */
    public String message() {
        return message;
    }

    /** The status in words, as the message gives it; may be empty. */
    public String label() {
        return label;
    }

    /** The day of issue of the invoice. */
    public Optional<LocalDate> invoiceDate() {
        return invoiceDate;
    }

    /** Numbers of whoever made out the invoice; empty where the message gives none. */
    public List<Identifier> seller() {
        return seller;
    }

    /** Who gave the status, as a name or a number; may be empty. */
    public String issuer() {
        return issuer;
    }

    public List<Reason> reasons() {
        return reasons;
    }

    public List<Figure> figures() {
        return figures;
    }

    /** Collects the parts; not for several threads. */
    public static final class Builder {

        private final String invoiceNumber;
        private final String code;
        private final LocalDateTime at;
        private String message = "";
        private String label = "";
        private Optional<LocalDate> invoiceDate = Optional.empty();
        private List<Identifier> seller = List.of();
        private String issuer = "";
        private List<Reason> reasons = List.of();
        private List<Figure> figures = List.of();

        private Builder(String invoiceNumber, String code, LocalDateTime at) {
            this.invoiceNumber = requireNonNull(invoiceNumber, "invoiceNumber");
            this.code = requireNonNull(code, "code");
            this.at = requireNonNull(at, "at");
            if (invoiceNumber.isBlank() || code.isBlank()) {
                throw new IllegalArgumentException("invoice number or code is blank");
            }
        }

        public Builder message(String value) {
            this.message = requireNonNull(value, "value");
            return this;
        }

        public Builder label(String value) {
            this.label = requireNonNull(value, "value");
            return this;
        }

        public Builder invoiceDate(Optional<LocalDate> value) {
            this.invoiceDate = requireNonNull(value, "value");
            return this;
        }

        public Builder seller(List<Identifier> value) {
            this.seller = List.copyOf(value);
            return this;
        }

        public Builder issuer(String value) {
            this.issuer = requireNonNull(value, "value");
            return this;
        }

        public Builder reasons(List<Reason> value) {
            this.reasons = List.copyOf(value);
            return this;
        }

        public Builder figures(List<Figure> value) {
            this.figures = List.copyOf(value);
            return this;
        }

        public LifecycleStatus build() {
            return new LifecycleStatus(this);
        }
    }
}
