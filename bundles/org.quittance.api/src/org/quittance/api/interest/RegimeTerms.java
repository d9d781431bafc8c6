package org.quittance.api.interest;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.model.Money;

/** What the law fixes for one regime besides the reference rates. Immutable. Grows; use the builder. */
public final class RegimeTerms {

    private static final int MONTHS_OF_A_YEAR = 12;

    private final String article;
    private final RateRule rate;
    private final StartRule start;
    private final int waitDays;
    private final DayCount dayCount;
    private final Compounding compounding;
    private final int compoundingMonths;
    private final Imputation imputation;
    private final List<FeeTier> fees;
    private final Optional<CostScale> costs;
    private final Optional<JudgmentPoints> judgmentPoints;
    private final boolean validated;

    private RegimeTerms(Builder builder) {
        this.article = builder.article;
        this.rate = builder.rate;
        this.start = builder.start;
        this.waitDays = builder.waitDays;
        this.dayCount = builder.dayCount;
        this.compounding = builder.compounding;
        this.compoundingMonths = builder.compoundingMonths;
        this.imputation = builder.imputation;
        this.fees = List.copyOf(builder.fees);
        this.costs = builder.costs;
        this.judgmentPoints = builder.judgmentPoints;
        this.validated = figures().stream().allMatch(Figure::validated);
    }

    /** @param article the rule that gives title to the interest, such as {@code C. com. L441-10 II} */
    public static Builder of(String article, RateRule rate) {
        return new Builder(requireNonNull(article, "article"), requireNonNull(rate, "rate"));
    }

    public String article() {
        return article;
    }

    public RateRule rate() {
        return rate;
    }

    public StartRule start() {
        return start;
    }

    /** Days between the event of {@link #start()} and the first day of interest that bear none. */
    public int waitDays() {
        return waitDays;
    }

    public DayCount dayCount() {
        return dayCount;
    }

    public Compounding compounding() {
        return compounding;
    }

    /** How many months of interest bear interest at a time. */
    public int compoundingMonths() {
        return compoundingMonths;
    }

    public Imputation imputation() {
        return imputation;
    }

    /** Fixed compensation by size of the principal, smallest first; empty where the regime knows none. */
    public List<FeeTier> fees() {
        return fees;
    }

    /** The fixed compensation for one invoice paid late; empty where there is none for it, or none in its currency. */
    public Optional<Money> indemnity(Money principal, LocalDate dueDate) {
        for (FeeTier tier : fees) {
            if (tier.isFor(principal, dueDate)) {
                return Optional.of(tier.amount());
            }
        }
        return Optional.empty();
    }

    /** The most that recovery may cost the debtor, where a scale says so. */
    public Optional<CostScale> costs() {
        return costs;
    }

    public Optional<JudgmentPoints> judgmentPoints() {
        return judgmentPoints;
    }

    /** Whether a lawyer confirmed every figure of these terms. */
    public boolean isValidated() {
        return validated;
    }

    /** Every figure of these terms. */
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(rate.points());
        fees.forEach(tier -> figures.add(tier.figure()));
        costs.ifPresent(scale -> figures.add(scale.figure()));
        judgmentPoints.ifPresent(points -> figures.add(points.points()));
        return figures;
    }

    /** Collects terms; not for several threads. What is not said is as in most of Europe. */
    public static final class Builder {

        private final String article;
        private final RateRule rate;
        private StartRule start = StartRule.AFTER_DUE_DATE;
        private int waitDays;
        private DayCount dayCount = DayCount.ACT_365F;
        private Compounding compounding = Compounding.FORBIDDEN;
        private int compoundingMonths = MONTHS_OF_A_YEAR;
        private Imputation imputation = Imputation.INTEREST_FIRST;
        private final List<FeeTier> fees = new ArrayList<>();
        private Optional<CostScale> costs = Optional.empty();
        private Optional<JudgmentPoints> judgmentPoints = Optional.empty();

        private Builder(String article, RateRule rate) {
            this.article = article;
            this.rate = rate;
        }

        public Builder start(StartRule rule, int days) {
            this.start = requireNonNull(rule, "rule");
            this.waitDays = days;
            return this;
        }

        public Builder dayCount(DayCount value) {
            this.dayCount = requireNonNull(value, "value");
            return this;
        }

        public Builder compounding(Compounding value, int months) {
            if (months < 1) {
                throw new IllegalArgumentException("interest compounds every " + months + " months");
            }
            this.compounding = requireNonNull(value, "value");
            this.compoundingMonths = months;
            return this;
        }

        public Builder imputation(Imputation value) {
            this.imputation = requireNonNull(value, "value");
            return this;
        }

        /** In order of rising {@link FeeTier#principalMax()}. */
        public Builder fee(FeeTier tier) {
            fees.add(requireNonNull(tier, "tier"));
            return this;
        }

        public Builder costs(CostScale scale) {
            this.costs = Optional.of(scale);
            return this;
        }

        public Builder judgmentPoints(JudgmentPoints points) {
            this.judgmentPoints = Optional.of(points);
            return this;
        }

        public RegimeTerms build() {
            return new RegimeTerms(this);
        }
    }
}
