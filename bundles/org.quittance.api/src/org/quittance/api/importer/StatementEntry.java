package org.quittance.api.importer;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.model.Money;

/**
 * One movement of a bank account; of a batch that the bank itemises, one transaction. Grows; use the builder.
 *
 * <p>Its key is the same whenever the same movement is read again, from another statement or an overlapping period, and
 * differs between two movements that look alike. It is unique within the account.
 */
public final class StatementEntry {

    private final String account;
    private final String key;
    private final LocalDate bookingDate;
    private final LocalDate valueDate;
    private final Money amount;
    private final boolean reversal;
    private final Optional<String> returnReason;
    private final Optional<String> counterparty;
    private final Optional<String> counterpartyIban;
    private final Optional<String> ultimateCounterparty;
    private final Optional<String> structuredReference;
    private final Optional<String> endToEndId;
    private final Optional<String> mandate;
    private final String text;

    private StatementEntry(Builder builder) {
        this.account = builder.account;
        this.key = builder.key;
        this.bookingDate = builder.bookingDate;
        this.valueDate = builder.valueDate;
        this.amount = builder.amount;
        this.reversal = builder.reversal;
        this.returnReason = builder.returnReason;
        this.counterparty = builder.counterparty;
        this.counterpartyIban = builder.counterpartyIban;
        this.ultimateCounterparty = builder.ultimateCounterparty;
        this.structuredReference = builder.structuredReference;
        this.endToEndId = builder.endToEndId;
        this.mandate = builder.mandate;
        this.text = builder.text;
    }

    /** Starts an entry whose value date is its booking date. The amount is signed: what comes in is positive. */
    public static Builder of(String account, String key, LocalDate bookingDate, Money amount) {
        return new Builder(account, key, bookingDate, amount);
    }

    /** IBAN without spaces, or the bank's own number of it. */
    public String account() {
        return account;
    }

    public String key() {
        return key;
    }

    public LocalDate bookingDate() {
        return bookingDate;
    }

    /** From this day the money counts for interest. */
    public LocalDate valueDate() {
        return valueDate;
    }

    /** Signed: what comes in is positive. Never zero. */
    public Money amount() {
        return amount;
    }

    /** Whether it takes back an earlier movement. */
    public boolean isReversal() {
        return reversal;
    }

    /** Why a payment or direct debit came back, as the bank's code (ISO 20022 such as AM04, or a national one). */
    public Optional<String> returnReason() {
        return returnReason;
    }

    /** The name of who paid or was paid, as the bank gives it. */
    public Optional<String> counterparty() {
        return counterparty;
    }

    public Optional<String> counterpartyIban() {
        return counterpartyIban;
    }

    /** For whom the counterparty acted. */
    public Optional<String> ultimateCounterparty() {
        return ultimateCounterparty;
    }

    /** The creditor's reference (ISO 11649 or national), without spaces. */
    public Optional<String> structuredReference() {
        return structuredReference;
    }

    /** Never the word that says there is none (NOTPROVIDED). */
    public Optional<String> endToEndId() {
        return endToEndId;
    }

    public Optional<String> mandate() {
        return mandate;
    }

    /** What the payer wrote, its lines joined by line feeds; may be empty. */
    public String text() {
        return text;
    }

    /** Collects the parts; not for several threads. */
    public static final class Builder {

        private final String account;
        private final String key;
        private final LocalDate bookingDate;
        private final Money amount;
        private LocalDate valueDate;
        private boolean reversal;
        private Optional<String> returnReason = Optional.empty();
        private Optional<String> counterparty = Optional.empty();
        private Optional<String> counterpartyIban = Optional.empty();
        private Optional<String> ultimateCounterparty = Optional.empty();
        private Optional<String> structuredReference = Optional.empty();
        private Optional<String> endToEndId = Optional.empty();
        private Optional<String> mandate = Optional.empty();
        private String text = "";

        private Builder(String account, String key, LocalDate bookingDate, Money amount) {
            this.account = requireNonNull(account, "account");
            this.key = requireNonNull(key, "key");
            this.bookingDate = requireNonNull(bookingDate, "bookingDate");
            this.valueDate = bookingDate;
            this.amount = requireNonNull(amount, "amount");
            if (account.isBlank() || key.isBlank()) {
                throw new IllegalArgumentException("account or key is blank");
            }
            if (amount.isZero()) {
                throw new IllegalArgumentException("amount is zero");
            }
        }

        public Builder valueDate(LocalDate value) {
            this.valueDate = requireNonNull(value, "value");
            return this;
        }

        public Builder reversal(boolean value) {
            this.reversal = value;
            return this;
        }

        public Builder returnReason(Optional<String> value) {
            this.returnReason = requireNonNull(value, "value");
            return this;
        }

        public Builder counterparty(Optional<String> value) {
            this.counterparty = requireNonNull(value, "value");
            return this;
        }

        public Builder counterpartyIban(Optional<String> value) {
            this.counterpartyIban = requireNonNull(value, "value");
            return this;
        }

        public Builder ultimateCounterparty(Optional<String> value) {
            this.ultimateCounterparty = requireNonNull(value, "value");
            return this;
        }

        public Builder structuredReference(Optional<String> value) {
            this.structuredReference = requireNonNull(value, "value");
            return this;
        }

        public Builder endToEndId(Optional<String> value) {
            this.endToEndId = requireNonNull(value, "value");
            return this;
        }

        public Builder mandate(Optional<String> value) {
            this.mandate = requireNonNull(value, "value");
            return this;
        }

        public Builder text(String value) {
            this.text = requireNonNull(value, "value");
            return this;
        }

        public StatementEntry build() {
            return new StatementEntry(this);
        }
    }
}
