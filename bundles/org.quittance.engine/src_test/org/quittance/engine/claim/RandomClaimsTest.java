package org.quittance.engine.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quittance.engine.claim.MadeRegime.euro;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.api.interest.Compounding;
import org.quittance.api.interest.DayCount;
import org.quittance.api.interest.Imputation;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.Money;
import org.quittance.service.claim.Circumstances;
import org.quittance.service.claim.Claim;
import org.quittance.service.claim.Debt;

/** Claims with random payments, credit notes, grace and orders of imputation: nothing is lost, nothing is claimed twice. */
class RandomClaimsTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 3, 1);
    private static final Money ZERO = euro("0.00");
    private static final int CLAIMS_MEASURED = 300_000;
    private static final long NANOS_PER_CLAIM_MAX = 20_000;

    /** Seeds in which something was once found, played first and for ever: a seed that fails is added here. */
    private static final long[] KEPT = {};

    private final PureClaimService claims = new PureClaimService();

    static LongStream seeds() {
        return LongStream.concat(LongStream.of(KEPT), LongStream.range(1, 400));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsOwedAndWhatWasPaidAddUp(long seed) {
        Random random = new Random(seed);
        List<Debt> debts = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            debts.add(debt(random, i));
        }
        List<Allocation> common = allocations(random, random.nextInt(4));
        Circumstances circumstances = circumstances(random);
        InterestRegime regime = regime(random);
        List<Claim> result = claims.claims(regime, debts, common, circumstances);
        assertEquals(result, claims.claims(regime, debts, common, circumstances), "the same question, another answer");
        Money before = total(common, circumstances).negated();
        Money after = ZERO;
        for (int i = 0; i < debts.size(); i++) {
            before = before.plus(charged(debts.get(i), result.get(i), circumstances));
            after = after.plus(result.get(i).total()).minus(result.get(i).overpaid());
            partsAreNotNegative(result.get(i));
            noDayTwice(result.get(i), circumstances);
        }
        Money indemnities = before.minus(after).negated();
        assertFalse(indemnities.isNegative(), "something was lost: " + indemnities);
        assertEquals(0, indemnities.minor() % 4000, "not a whole number of indemnities: " + indemnities);
        assertTrue(indemnities.minor() <= 4000L * debts.size(), "an invoice bears two indemnities: " + indemnities);
    }

    /** Principal, interest and fees less what was set against the debt itself. */
    private static Money charged(Debt debt, Claim claim, Circumstances circumstances) {
        Money interest =
                claim.segments().stream().map(InterestSegment::interest).reduce(ZERO, Money::plus);
        return debt.principal()
                .plus(interest)
                .plus(debt.agreedFees())
                .minus(total(debt.payments(), circumstances))
                .minus(total(debt.creditNotes(), circumstances));
    }

    private static Money total(List<Allocation> allocations, Circumstances circumstances) {
        return allocations.stream()
                .filter(one -> !one.valueDate().isAfter(circumstances.asOf()))
                .map(Allocation::amount)
                .reduce(ZERO, Money::plus);
    }

    private static void partsAreNotNegative(Claim claim) {
        for (Money part : List.of(
                claim.principal(),
                claim.interest(),
                claim.indemnity(),
                claim.fees(),
                claim.costs(),
                claim.overpaid())) {
            assertFalse(part.isNegative(), claim::toString);
        }
    }

    private static void noDayTwice(Claim claim, Circumstances circumstances) {
        LocalDate end = LocalDate.MIN;
        for (InterestSegment segment : claim.segments()) {
            assertTrue(segment.from().isAfter(end), "a day is claimed twice: " + claim.segments());
            assertFalse(segment.to().isBefore(segment.from()));
            for (Circumstances.Grace grace : circumstances.grace()) {
                assertTrue(segment.to().isBefore(grace.from()) || segment.from().isAfter(grace.to()), "a day of grace");
            }
            end = segment.to();
        }
        assertFalse(end.isAfter(circumstances.asOf()));
    }

    private static Debt debt(Random random, int number) {
        return Debt.of("F-" + number, Money.ofMinor(1 + random.nextInt(2_000_000), ZERO.currency()), day(random))
                .payments(allocations(random, random.nextInt(4)))
                .creditNotes(allocations(random, random.nextInt(2)))
                .agreedFees(Money.ofMinor(random.nextInt(2) * 1500L, ZERO.currency()))
                .build();
    }

    private static List<Allocation> allocations(Random random, int count) {
        List<Allocation> allocations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            allocations.add(new Allocation(day(random), Money.ofMinor(1 + random.nextInt(1_000_000), ZERO.currency())));
        }
        return allocations;
    }

    private static LocalDate day(Random random) {
        return FIRST.plusDays(random.nextInt(900));
    }

    private static Circumstances circumstances(Random random) {
        Circumstances.Builder circumstances = Circumstances.on(FIRST.plusDays(random.nextInt(1_200)))
                .imputation(Imputation.values()[random.nextInt(3)])
                .dayCount(DayCount.values()[random.nextInt(3)]);
        if (random.nextBoolean()) {
            LocalDate begin = day(random);
            circumstances.grace(List.of(new Circumstances.Grace(begin, begin.plusDays(random.nextInt(60)))));
        }
        if (random.nextInt(3) == 0) {
            circumstances.capitaliseFrom(day(random));
        }
        if (random.nextInt(4) == 0) {
            circumstances.insolvencyOn(day(random));
        }
        if (random.nextInt(4) == 0) {
            circumstances.contractRate(new BigDecimal("7.35"));
        }
        return circumstances.build();
    }

    private static InterestRegime regime(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> MadeRegime.floating();
            case 1 -> MadeRegime.frozen();
            default ->
                MadeRegime.with(terms ->
                        terms.compounding(Compounding.values()[random.nextInt(3)], 6 * (1 + random.nextInt(2))));
        };
    }

    @Test
    void longIntegersGiveWhatExactFractionsGive() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long principal = Math.abs(random.nextLong()) >>> (1 + random.nextInt(50));
            BigDecimal rate = BigDecimal.valueOf(random.nextInt(300_000), 4);
            int days = 1 + random.nextInt(4_000);
            LocalDate to = FIRST.plusDays(days - 1L);
            BigDecimal exact = BigDecimal.valueOf(principal)
                    .multiply(rate)
                    .multiply(BigDecimal.valueOf(days))
                    .divide(BigDecimal.valueOf(36_500), 0, RoundingMode.HALF_UP);
            if (exact.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
                assertEquals(
                        exact.longValueExact(),
                        YearlyInterest.minor(principal, rate, FIRST, to, days, DayCount.ACT_365F));
            }
        }
    }

    @Test
    @Tag("long")
    void aClaimOfAYearCostsAboutAMicrosecond(TestReporter reporter) {
        InterestRegime regime = MadeRegime.floating();
        Debt debt = Debt.of("F-1", euro("12345.67"), LocalDate.of(2025, 11, 20)).build();
        Circumstances today = Circumstances.on(LocalDate.of(2026, 11, 21)).build();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long begin = System.nanoTime();
            long sum = 0;
            for (int i = 0; i < CLAIMS_MEASURED; i++) {
                sum += claims.claim(regime, debt, today).interest().minor();
            }
            best = Math.min(best, (System.nanoTime() - begin) / CLAIMS_MEASURED);
            assertTrue(sum > 0);
        }
        assertTrue(best < NANOS_PER_CLAIM_MAX, best + " ns per claim");
        reporter.publishEntry("nanoseconds per claim", String.valueOf(best));
    }
}
