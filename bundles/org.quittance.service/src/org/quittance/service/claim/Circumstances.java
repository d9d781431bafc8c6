package org.quittance.service.claim;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quittance.api.interest.DayCount;
import org.quittance.api.interest.Imputation;

/** The day a claim is computed for and what happened around it. What is not said is as the regime has it. Use the builder. */
public final class Circumstances {

    private final LocalDate asOf;
    private final Optional<BigDecimal> contractRate;
    private final Optional<Imputation> imputation;
    private final Optional<DayCount> dayCount;
    private final Optional<LocalDate> noticeOn;
    private final Optional<LocalDate> judgmentOn;
    private final Optional<LocalDate> capitaliseFrom;
    private final Optional<LocalDate> insolvencyOn;
    private final List<Grace> grace;

    private Circumstances(Builder builder) {
        this.asOf = builder.asOf;
        this.contractRate = builder.contractRate;
        this.imputation = builder.imputation;
        this.dayCount = builder.dayCount;
        this.noticeOn = builder.noticeOn;
        this.judgmentOn = builder.judgmentOn;
        this.capitaliseFrom = builder.capitaliseFrom;
        this.insolvencyOn = builder.insolvencyOn;
        this.grace = builder.grace;
    }

    /**
     * Days for which a judge granted time, both ends inclusive.
     *
     * @param yearlyPercent the reduced rate the judge set; empty where no interest runs
     */
    public record Grace(LocalDate from, LocalDate to, Optional<BigDecimal> yearlyPercent) {

        /** Time on which no interest runs. */
        public Grace(LocalDate from, LocalDate to) {
            this(from, to, Optional.empty());
        }

        public Grace {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            requireNonNull(yearlyPercent, "yearlyPercent");
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("grace from " + from + " to " + to + " has no day");
            }
        }
    }

    /** @param asOf the last day of interest */
    public static Builder on(LocalDate asOf) {
        return new Builder(requireNonNull(asOf, "asOf"));
    }

    public LocalDate asOf() {
        return asOf;
    }

    /** Percent per year agreed instead of the statutory rate. */
    public Optional<BigDecimal> contractRate() {
        return contractRate;
    }

    public Optional<Imputation> imputation() {
        return imputation;
    }

    public Optional<DayCount> dayCount() {
        return dayCount;
    }

    /** The day the debtor received a formal notice. */
    public Optional<LocalDate> noticeOn() {
        return noticeOn;
    }

    /** The day a judgment became enforceable. */
    public Optional<LocalDate> judgmentOn() {
        return judgmentOn;
    }

    /** The day from which interest of a whole period bears interest, as a contract or court said. */
    public Optional<LocalDate> capitaliseFrom() {
        return capitaliseFrom;
    }

    /** The day insolvency proceedings opened. */
    public Optional<LocalDate> insolvencyOn() {
        return insolvencyOn;
    }

    public List<Grace> grace() {
        return grace;
    }

    /** Collects circumstances; not for several threads. */
    public static final class Builder {

        private final LocalDate asOf;
        private Optional<BigDecimal> contractRate = Optional.empty();
        private Optional<Imputation> imputation = Optional.empty();
        private Optional<DayCount> dayCount = Optional.empty();
        private Optional<LocalDate> noticeOn = Optional.empty();
        private Optional<LocalDate> judgmentOn = Optional.empty();
        private Optional<LocalDate> capitaliseFrom = Optional.empty();
        private Optional<LocalDate> insolvencyOn = Optional.empty();
        private List<Grace> grace = List.of();

        private Builder(LocalDate asOf) {
            this.asOf = asOf;
        }

        public Builder contractRate(BigDecimal percent) {
            if (percent.signum() < 0) {
                throw new IllegalArgumentException("a contract rate of " + percent + " is below zero");
            }
            this.contractRate = Optional.of(percent);
            return this;
        }

        public Builder imputation(Imputation value) {
            this.imputation = Optional.of(value);
            return this;
        }

        public Builder dayCount(DayCount value) {
            this.dayCount = Optional.of(value);
            return this;
        }

        public Builder noticeOn(LocalDate value) {
            this.noticeOn = Optional.of(value);
            return this;
        }

        public Builder judgmentOn(LocalDate value) {
            this.judgmentOn = Optional.of(value);
            return this;
        }

        public Builder capitaliseFrom(LocalDate value) {
            this.capitaliseFrom = Optional.of(value);
            return this;
        }

        public Builder insolvencyOn(LocalDate value) {
            this.insolvencyOn = Optional.of(value);
            return this;
        }

        /** In any order, not overlapping. */
        public Builder grace(List<Grace> value) {
            this.grace = List.copyOf(value);
            return this;
        }

        public Circumstances build() {
            return new Circumstances(this);
        }
    }
}
