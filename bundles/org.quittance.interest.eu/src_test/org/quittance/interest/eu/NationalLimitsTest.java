package org.quittance.interest.eu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.api.interest.Interruption;
import org.quittance.api.interest.LegalLimits;
import org.quittance.api.interest.LimitationPeriod;
import org.quittance.api.model.DebtorKind;

/** Limitation in countries of the European Union, as far as a source was read. */
class NationalLimitsTest {

    private static final LocalDate ISSUED = LocalDate.of(2026, 3, 10);

    private static LimitationPeriod period(LegalLimits limits, String id) {
        return limits.limitations().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void inGermanyThreeYearsRunFromTheEndOfTheYear() {
        LimitationPeriod regular = period(new GermanLimits(), "regular");
        assertEquals(LocalDate.of(2029, 12, 31), regular.lastDay(ISSUED, List.of()));
    }

    @Test
    void inGermanyAnAcknowledgementBeginsThreeYearsOnItsOwnDay() {
        LimitationPeriod regular = period(new GermanLimits(), "regular");
        LocalDate acknowledged = LocalDate.of(2027, 5, 3);
        assertEquals(
                LocalDate.of(2030, 5, 3),
                regular.lastDay(ISSUED, List.of(new Interruption(Interruption.Kind.ACKNOWLEDGEMENT, acknowledged))));
    }

    @Test
    void inAustriaAndBelgiumTheyRunFromTheDay() {
        assertEquals(
                LocalDate.of(2029, 3, 10),
                period(new AustrianLimits(), "business-supply").lastDay(ISSUED, List.of()));
        assertEquals(
                LocalDate.of(2036, 3, 10),
                period(new BelgianLimits(), "contract").lastDay(ISSUED, List.of()));
        assertEquals(
                LocalDate.of(2027, 3, 10),
                period(new BelgianLimits(), "goods-to-consumer").lastDay(ISSUED, List.of()));
    }

    @Test
    void noPeriodIsGuessedForWhatBelgianPublicBodiesOwe() {
        assertTrue(new BelgianLimits()
                .limitations().stream().noneMatch(one -> one.debtors().contains(DebtorKind.PUBLIC)));
    }

    @Test
    void noFigureIsValidatedByALawyer() {
        for (LegalLimits limits : List.of(new GermanLimits(), new AustrianLimits(), new BelgianLimits())) {
            limits.limitations().forEach(one -> assertTrue(!one.figure().validated(), one.toString()));
        }
    }
}
