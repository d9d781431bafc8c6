package org.quittance.api.score;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.quittance.api.model.Debtor;

/**
 * What the creditor knows of a debtor from its own history. Grows; use the builder.
 */
public final class Experience {

    private final Debtor debtor;
    private final LocalDate asOf;
    private final int kept;
    private final int broken;
    private final int disputesLost;
    private final int messagesSent;
    private final int formalNotices;
    private final int daysLateMax;
    private final int depositTroubles;

    private Experience(Builder builder) {
        this.debtor = builder.debtor;
        this.asOf = builder.asOf;
        this.kept = builder.kept;
        this.broken = builder.broken;
        this.disputesLost = builder.disputesLost;
        this.messagesSent = builder.messagesSent;
        this.formalNotices = builder.formalNotices;
        this.daysLateMax = builder.daysLateMax;
        this.depositTroubles = builder.depositTroubles;
    }

    /** Nothing known yet. */
    public static Builder of(Debtor debtor, LocalDate asOf) {
        return new Builder(debtor, asOf);
    }

    public Debtor debtor() {
        return debtor;
    }

    public LocalDate asOf() {
        return asOf;
    }

    /** Promises, plans and settlements that were kept. */
    public int kept() {
        return kept;
    }

    /** Those that were broken. */
    public int broken() {
        return broken;
    }

    /** Disputes that turned out not to be founded. */
    public int disputesLost() {
        return disputesLost;
    }

    /** Items that were reminded, counted once per step, over all time. */
    public int messagesSent() {
        return messagesSent;
    }

    /** Items for which a formal notice was needed. */
    public int formalNotices() {
        return formalNotices;
    }

    /** Days by which the oldest open item is late; zero where none is. */
    public int daysLateMax() {
        return daysLateMax;
    }

    /** Deposits that were refused, came late or are overdue. */
    public int depositTroubles() {
        return depositTroubles;
    }

    /** Collects the parts; not for several threads. */
    public static final class Builder {

        private final Debtor debtor;
        private final LocalDate asOf;
        private int kept;
        private int broken;
        private int disputesLost;
        private int messagesSent;
        private int formalNotices;
        private int daysLateMax;
        private int depositTroubles;

        private Builder(Debtor debtor, LocalDate asOf) {
            this.debtor = requireNonNull(debtor, "debtor");
            this.asOf = requireNonNull(asOf, "asOf");
        }

        public Builder kept(int value) {
            this.kept = value;
            return this;
        }

        public Builder broken(int value) {
            this.broken = value;
            return this;
        }

        public Builder disputesLost(int value) {
            this.disputesLost = value;
            return this;
        }

        public Builder messagesSent(int value) {
            this.messagesSent = value;
            return this;
        }

        public Builder formalNotices(int value) {
            this.formalNotices = value;
            return this;
        }

        public Builder daysLateMax(int value) {
            this.daysLateMax = value;
            return this;
        }

        public Builder depositTroubles(int value) {
            this.depositTroubles = value;
            return this;
        }

        public Experience build() {
            return new Experience(this);
        }
    }
}
