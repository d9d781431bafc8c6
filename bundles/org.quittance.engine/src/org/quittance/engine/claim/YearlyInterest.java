package org.quittance.engine.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.quittance.api.interest.DayCount;

/**
 * Principal × yearly rate × days ÷ days of the year, exact, rounded once (HALF_UP). In long integers as far as they reach,
 * which is some millions over some years; a run computes a million of these.
 */
final class YearlyInterest {

    private static final int PERCENT = 100;
    private static final int COMMON_YEAR = 365;
    private static final int LEAP_YEAR = 366;
    private static final int BANK_YEAR = 360;
    /** A product below this fits twice into a long, which rounding needs. */
    private static final long LARGEST = Long.MAX_VALUE / 4;

    private static final long[] TENS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private YearlyInterest() {}

    /** Interest in minor units for days from one to the other, both counted. */
    static long minor(long principalMinor, BigDecimal rate, LocalDate from, LocalDate to, int days, DayCount dayCount) {
        return switch (dayCount) {
            case ACT_365F -> of(principalMinor, rate, days, COMMON_YEAR);
            case THIRTY_360 -> of(principalMinor, rate, days, BANK_YEAR);
            case ACT_ACT -> actual(principalMinor, rate, from, to, days);
        };
    }

    private static long of(long principalMinor, BigDecimal rate, int days, int year) {
        int scale = rate.scale();
        if (scale >= 0 && scale < TENS.length && rate.signum() >= 0 && principalMinor >= 0 && rate.precision() <= 9) {
            long rateDays = rate.unscaledValue().longValue() * days;
            if (rateDays == 0 || principalMinor <= LARGEST / rateDays) {
                long divisor = PERCENT * year * TENS[scale];
                return (2 * principalMinor * rateDays + divisor) / (2 * divisor);
            }
        }
        return exact(principalMinor, rate, BigDecimal.valueOf(days), BigDecimal.valueOf((long) PERCENT * year));
    }

    /** Days in leap years over 366, the others over 365, under one fraction so that it is rounded once. */
    private static long actual(long principalMinor, BigDecimal rate, LocalDate from, LocalDate to, int days) {
        long leapDays = 0;
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            LocalDate first = LocalDate.of(year, 1, 1);
            if (first.isLeapYear()) {
                LocalDate last = LocalDate.of(year, 12, 31);
                leapDays += DayCount.ACT_ACT.days(first.isAfter(from) ? first : from, last.isBefore(to) ? last : to);
            }
        }
        long numerator = (days - leapDays) * LEAP_YEAR + leapDays * COMMON_YEAR;
        return exact(
                principalMinor,
                rate,
                BigDecimal.valueOf(numerator),
                BigDecimal.valueOf((long) PERCENT * COMMON_YEAR * LEAP_YEAR));
    }

    private static long exact(long principalMinor, BigDecimal rate, BigDecimal factor, BigDecimal divisor) {
        return BigDecimal.valueOf(principalMinor)
                .multiply(rate)
                .multiply(factor)
                .divide(divisor, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
