package org.quittance.engine.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.interest.Anchor;
import org.quittance.api.interest.DayCount;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.interest.JudgmentPoints;
import org.quittance.api.interest.MissingRate;
import org.quittance.api.interest.RatePeriod;
import org.quittance.api.interest.RateTable;
import org.quittance.api.interest.RegimeTerms;
import org.quittance.api.interest.StartRule;
import org.quittance.api.model.Money;

/**
 * Interest of one delay under one regime: the rate of each day, and segments of days with one principal and one rate. A
 * segment ends with its period even where the next has the same rate. Belongs to one computation and one thread.
 */
public final class Accrual {

    private final RegimeTerms terms;
    private final RateTable rates;
    private final LocalDate since;
    private final DayCount dayCount;
    private final @Nullable BigDecimal contractRate;
    private @Nullable JudgmentPoints points;
    private LocalDate pointsFrom = LocalDate.MAX;
    private Optional<MissingRate> missing = Optional.empty();

    /**
     * @param since the first day of the delay, which regimes with a frozen rate look at
     * @param contractRate a rate agreed instead of the statutory one, or null
     */
    Accrual(InterestRegime regime, LocalDate since, DayCount dayCount, @Nullable BigDecimal contractRate) {
        this.terms = regime.terms();
        this.rates = regime.rates();
        this.since = since;
        this.dayCount = dayCount;
        this.contractRate = contractRate;
    }

    /** At the statutory rate, counted as the regime counts. */
    public static Accrual statutory(InterestRegime regime, LocalDate since) {
        return new Accrual(regime, since, regime.terms().dayCount(), null);
    }

    /** The first day of delay; null where the regime asks for a notice and there is none. */
    public static @Nullable LocalDate firstDay(RegimeTerms terms, LocalDate dueDate, @Nullable LocalDate noticeOn) {
        LocalDate event = dueDate;
        if (terms.start() == StartRule.AFTER_NOTICE) {
            if (noticeOn == null) {
                return null;
            }
            event = noticeOn.isBefore(dueDate) ? dueDate : noticeOn;
        }
        return event.plusDays(terms.waitDays() + 1L);
    }

    /** From a day on the points of an unpaid judgment are added. */
    void addPoints(JudgmentPoints added, LocalDate from) {
        this.points = added;
        this.pointsFrom = from;
    }

    /** What stopped the computation; once set nothing is added any more. */
    public Optional<MissingRate> missing() {
        return missing;
    }

    /** The yearly rate of a day; empty where it is not known. */
    Optional<BigDecimal> rateOn(LocalDate day) {
        BigDecimal agreed = contractRate;
        Optional<BigDecimal> rate = agreed != null
                ? Optional.of(agreed)
                : rates.on(isFrozen() ? since : day).map(RatePeriod::rate);
        JudgmentPoints added = points;
        return added == null || day.isBefore(pointsFrom)
                ? rate
                : rate.map(percent -> percent.add(added.points().value()));
    }

    /**
     * Adds the segments of a time on one principal, as far as rates are known, and returns the sum of their interest.
     *
     * @param principal positive
     * @param from inclusive, not before the delay
     * @param to inclusive
     */
    public Money add(Money principal, LocalDate from, LocalDate to, List<InterestSegment> into) {
        Money sum = Money.zero(principal.currency());
        LocalDate day = from;
        while (missing.isEmpty() && !day.isAfter(to)) {
            LocalDate end = to.isBefore(pointsFrom) || !day.isBefore(pointsFrom) ? to : pointsFrom.minusDays(1);
            BigDecimal agreed = contractRate;
            if (agreed != null) {
                sum = sum.plus(segment(principal, day, end, agreed, terms.isValidated(), into));
            } else {
                RatePeriod period = period(day);
                if (period == null) {
                    return sum;
                }
                if (!isFrozen() && period.last().isBefore(end)) {
                    end = period.last();
                }
                boolean validated = terms.isValidated() && period.validated();
                sum = sum.plus(segment(principal, day, end, period.rate(), validated, into));
            }
            day = end.plusDays(1);
        }
        return sum;
    }

    /** One segment at a rate a judge set, whatever the regime says. */
    Money addAt(BigDecimal rate, Money principal, LocalDate from, LocalDate to, List<InterestSegment> into) {
        int days = dayCount.days(from, to);
        Money interest = Money.ofMinor(
                YearlyInterest.minor(principal.minor(), rate, from, to, days, dayCount), principal.currency());
        into.add(new InterestSegment(from, to, days, principal, rate, terms.article(), interest, terms.isValidated()));
        return interest;
    }

    private @Nullable RatePeriod period(LocalDate day) {
        LocalDate asked = isFrozen() ? since : day;
        Optional<RatePeriod> period = rates.on(asked);
        if (period.isEmpty()) {
            missing = Optional.of(new MissingRate(rates.nameOf(asked), day));
            return null;
        }
        return period.get();
    }

    private boolean isFrozen() {
        return terms.rate().anchor() == Anchor.FROZEN_AT_START;
    }

    private Money segment(
            Money principal,
            LocalDate from,
            LocalDate to,
            BigDecimal plainRate,
            boolean validated,
            List<InterestSegment> into) {
        int days = dayCount.days(from, to);
        BigDecimal rate = plainRate;
        String article = terms.article();
        JudgmentPoints added = points;
        if (added != null && !from.isBefore(pointsFrom)) {
            rate = rate.add(added.points().value());
            article = article + " ; " + added.article();
        }
        Money interest = Money.ofMinor(
                YearlyInterest.minor(principal.minor(), rate, from, to, days, dayCount), principal.currency());
        into.add(new InterestSegment(from, to, days, principal, rate, article, interest, validated));
        return interest;
    }
}
