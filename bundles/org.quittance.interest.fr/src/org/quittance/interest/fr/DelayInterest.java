package org.quittance.interest.fr;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.interest.InterestAnswer;
import org.quittance.api.interest.InterestAnswer.MissingRate;
import org.quittance.api.interest.InterestQuestion;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.model.Money;

/**
 * Interest of a delay: principal × yearly rate × days ÷ 365, exact, rounded once per segment (HALF_UP). The year has 365
 * days in leap years too (ACT/365 fixed): no text settles it for late payment, it is the usage.
 */
final class DelayInterest {

    /** 365 days and the division by 100 of a rate in percent. */
    private static final BigDecimal DAYS_AND_PERCENT = BigDecimal.valueOf(36_500);

    private DelayInterest() {}

    /** The rate changes with each semester; a segment ends with its semester even where the next rate is the same. */
    static InterestAnswer floating(InterestQuestion question, SemesterRates rates, String article) {
        List<InterestSegment> segments = new ArrayList<>(4);
        LocalDate from = question.from();
        while (!from.isAfter(question.to())) {
            Semester semester = Semester.of(from);
            Optional<BigDecimal> rate = rates.in(semester);
            if (rate.isEmpty()) {
                return new InterestAnswer(segments, Optional.of(new MissingRate(semester.toString(), from)));
            }
            LocalDate to = earlier(semester.last(), question.to());
            segments.add(segment(question.principal(), from, to, rate.get(), article));
            from = to.plusDays(1);
        }
        return new InterestAnswer(segments, Optional.empty());
    }

    /**
     * The rate of the semester in which the delay began holds to its end. One segment, since no semester boundary means
     * anything here and two roundings would be one too many.
     */
    static InterestAnswer frozen(InterestQuestion question, SemesterRates rates, String article) {
        Semester start = Semester.of(question.delaySince());
        Optional<BigDecimal> rate = rates.in(start);
        if (rate.isEmpty()) {
            return new InterestAnswer(List.of(), Optional.of(new MissingRate(start.toString(), question.from())));
        }
        return new InterestAnswer(
                List.of(segment(question.principal(), question.from(), question.to(), rate.get(), article)),
                Optional.empty());
    }

    private static InterestSegment segment(
            Money principal, LocalDate from, LocalDate to, BigDecimal rate, String article) {
        int days = Math.toIntExact(ChronoUnit.DAYS.between(from, to) + 1);
        long minor = BigDecimal.valueOf(principal.minor())
                .multiply(rate)
                .multiply(BigDecimal.valueOf(days))
                .divide(DAYS_AND_PERCENT, 0, RoundingMode.HALF_UP)
                .longValueExact();
        return new InterestSegment(
                from, to, days, principal, rate, article, Money.ofMinor(minor, principal.currency()));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
