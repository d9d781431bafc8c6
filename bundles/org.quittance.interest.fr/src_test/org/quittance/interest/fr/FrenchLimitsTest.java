package org.quittance.interest.fr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.quittance.api.interest.Interruption;
import org.quittance.api.interest.LimitationPeriod;
import org.quittance.api.interest.TermCap;
import org.quittance.api.interest.TermMethod;
import org.quittance.api.model.DebtorKind;

/** The time limits of French law as the worked examples count them. */
class FrenchLimitsTest {

    private final FrenchLimits limits = new FrenchLimits();

    @Test
    @DisplayName("FR-14")
    void theThreeWaysToCountATermFromJanuary() {
        assertEquals(day("2026-03-16"), cap("agreed-60").latest(day("2026-01-15")));
        assertEquals(day("2026-03-31"), cap("agreed-45-end-of-month").latest(day("2026-01-15")));
        assertEquals(day("2026-03-17"), cap("agreed-end-of-month-45").latest(day("2026-01-15")));
    }

    @Test
    @DisplayName("FR-15")
    void theThreeWaysToCountATermFromOctober() {
        assertEquals(day("2026-12-19"), cap("agreed-60").latest(day("2026-10-20")));
        assertEquals(day("2026-12-31"), cap("agreed-45-end-of-month").latest(day("2026-10-20")));
        assertEquals(day("2026-12-15"), cap("agreed-end-of-month-45").latest(day("2026-10-20")));
        assertEquals(day("2026-11-19"), TermMethod.DAYS.due(day("2026-10-20"), 30));
    }

    @Test
    void aClaimLivesAsLongAsItsKindOfDebtorSays() {
        assertEquals(day("2031-03-10"), period("trade").lastDay(day("2026-03-10"), List.of()));
        assertEquals(day("2028-03-10"), period("consumer").lastDay(day("2026-03-10"), List.of()));
        assertEquals(
                day("2030-12-31"),
                period("public-body").lastDay(day("2026-03-10"), List.of()),
                "four years from 1 January following");
        assertEquals(day("2026-02-28"), period("consumer").lastDay(day("2024-02-29"), List.of()));
    }

    @Test
    void whatInterruptsBeginsTheWholePeriodAnew() {
        LimitationPeriod two = period("consumer");
        assertEquals(
                day("2029-06-01"),
                two.lastDay(
                        day("2026-03-10"),
                        List.of(
                                new Interruption(Interruption.Kind.COURT, day("2027-06-01")),
                                new Interruption(Interruption.Kind.PART_PAYMENT, day("2026-05-01")))));
    }

    @Test
    void whatHasExpiredIsNotRevived() {
        assertEquals(
                day("2028-03-10"),
                period("consumer")
                        .lastDay(
                                day("2026-03-10"),
                                List.of(new Interruption(Interruption.Kind.ACKNOWLEDGEMENT, day("2028-03-11")))));
    }

    @Test
    void everyKnownKindHasOneGeneralPeriodAndEachLimitASource() {
        for (DebtorKind kind : List.of(DebtorKind.BUSINESS, DebtorKind.CONSUMER, DebtorKind.PUBLIC)) {
            assertEquals(
                    1,
                    limits.limitations().stream()
                            .filter(period ->
                                    !period.isSpecial() && period.debtors().contains(kind))
                            .count(),
                    kind.toString());
        }
        limits.termCaps()
                .forEach(cap -> assertEquals(false, cap.figure().source().isBlank()));
    }

    private TermCap cap(String id) {
        return limits.termCaps().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private LimitationPeriod period(String id) {
        return limits.limitations().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
