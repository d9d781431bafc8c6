package org.quittance.scenario.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.quittance.api.interest.DayCount;
import org.quittance.api.interest.Imputation;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.interest.MissingRate;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.Money;
import org.quittance.service.claim.Circumstances;
import org.quittance.service.claim.Claim;
import org.quittance.service.claim.Claim.Code;
import org.quittance.service.claim.Debt;

/** The worked examples of the law notes by their numbers, on the shipped figures, through the services of the suite. */
class WorkedExamplesTest {

    private static final Consumer<Circumstances.Builder> PLAIN = circumstances -> {};

    private final InstalledLaw law = new InstalledLaw();

    @Test
    @DisplayName("FR-1")
    void paidWithinOneSemester() {
        Claim claim = claim("fr-b2b", "12000.00 EUR", "2026-03-31", "2026-05-15");
        assertSegments(claim, "45 d 12.15 = 179.75");
        assertEquals("40.00 EUR", claim.indemnity().toString());
        assertEquals("12219.75 EUR", claim.total().toString());
    }

    @Test
    @DisplayName("FR-2")
    void crossesASemesterWithAnotherRate() {
        Claim claim = claim("fr-b2b", "10000.00 EUR", "2026-04-30", "2026-08-31");
        assertSegments(claim, "61 d 12.15 = 203.05", "62 d 12.40 = 210.63");
        assertEquals("413.68 EUR", claim.interest().toString());
        assertEquals("10453.68 EUR", claim.total().toString());
    }

    @Test
    @DisplayName("FR-3")
    void partialPaymentInterestFirst() {
        Claim claim =
                claim("fr-b2b", paid("10000.00 EUR", "2026-04-30", "2026-06-30", "4000.00 EUR"), "2026-08-31", PLAIN);
        assertSegments(claim, "61 d 12.15 = 203.05", "62 d 12.40 = 130.65");
        assertEquals("6203.05 EUR", claim.principal().toString());
        assertEquals("130.65 EUR", claim.interest().toString());
        assertEquals("6373.70 EUR", claim.total().toString(), "6333.70 and the indemnity, which comes last");
    }

    @Test
    @DisplayName("FR-3b")
    void partialPaymentPrincipalFirst() {
        Claim claim = claim(
                "fr-b2b",
                paid("10000.00 EUR", "2026-04-30", "2026-06-30", "4000.00 EUR"),
                "2026-08-31",
                circumstances -> circumstances.imputation(Imputation.PRINCIPAL_FIRST));
        assertEquals("6000.00 EUR", claim.principal().toString());
        assertEquals("329.43 EUR", claim.interest().toString());
        assertEquals("6369.43 EUR", claim.total().toString(), "6329.43 and the indemnity");
    }

    @Test
    @DisplayName("FR-4")
    void semestersOfOneRateStaySeparate() {
        Claim claim = claim("fr-b2b", "7350.42 EUR", "2025-03-15", "2026-09-15");
        assertSegments(
                claim, "107 d 13.15 = 283.35", "184 d 12.15 = 450.21", "181 d 12.15 = 442.87", "77 d 12.40 = 192.28");
        assertEquals("1368.71 EUR", claim.interest().toString());
    }

    @Test
    @DisplayName("FR-5")
    void leapYearsHave365DaysUnlessCountedOtherwise() {
        assertSegments(claim("fr-b2b", "1000.00 EUR", "2023-12-31", "2024-03-31"), "91 d 14.50 = 36.15");
        assertSegments(
                claim(
                        "fr-b2b",
                        debt("1000.00 EUR", "2023-12-31"),
                        "2024-03-31",
                        circumstances -> circumstances.dayCount(DayCount.ACT_ACT)),
                "91 d 14.50 = 36.05");
    }

    @Test
    @DisplayName("FR-6")
    void consumersOweTheLegalRateOfTheCreditorsColumnFromTheNotice() {
        Claim claim = claim(
                "fr-b2c",
                debt("500.00 EUR", "2026-07-31"),
                "2026-11-21",
                circumstances -> circumstances.noticeOn(day("2026-09-10")));
        assertSegments(claim, "72 d 2.75 = 2.71");
        assertEquals("0.00 EUR", claim.indemnity().toString());
        Claim withoutNotice = claim("fr-b2c", "500.00 EUR", "2026-07-31", "2026-11-21");
        assertTrue(withoutNotice.segments().isEmpty());
        assertWarned(withoutNotice, Code.NO_NOTICE);
    }

    @Test
    @DisplayName("FR-7")
    void fivePointsTwoMonthsAfterAJudgment() {
        Claim claim = claim(
                "fr-b2c",
                debt("8000.00 EUR", "2026-01-15"),
                "2026-10-31",
                circumstances -> circumstances.judgmentOn(day("2026-01-15")));
        assertSegments(claim, "59 d 2.62 = 33.88", "107 d 7.62 = 178.70", "123 d 7.75 = 208.93");
        assertEquals("421.51 EUR", claim.interest().toString());
    }

    @Test
    @DisplayName("FR-8")
    void interestOfAWholeYearIsCapitalised() {
        Claim claim = claim(
                "fr-b2b",
                debt("10000.00 EUR", "2024-06-30"),
                "2026-06-30",
                circumstances -> circumstances.capitaliseFrom(day("2025-07-01")));
        assertSegments(
                claim, "184 d 14.25 = 718.36", "181 d 13.15 = 652.10", "184 d 12.15 = 696.43", "181 d 12.15 = 685.08");
        assertEquals("11370.46 EUR", claim.segments().get(2).principal().toString());
        assertEquals("2751.97 EUR", claim.interest().toString());
        assertEquals("10000.00 EUR", claim.principal().toString());
        assertEquals(
                "2585.46 EUR",
                claim("fr-b2b", "10000.00 EUR", "2024-06-30", "2026-06-30")
                        .interest()
                        .toString());
    }

    @Test
    @DisplayName("FR-9")
    void publicBuyersKeepTheRateOfTheFirstDay() {
        Claim claim = claim("fr-b2g", "20000.00 EUR", "2026-06-19", "2026-08-20");
        assertSegments(claim, "62 d 10.15 = 344.82");
        assertEquals("40.00 EUR", claim.indemnity().toString());
    }

    @Test
    @DisplayName("FR-10")
    void indemnityIsPerInvoice() {
        List<Claim> claims = law.claims()
                .claims(
                        law.regime("fr-b2b"),
                        List.of(
                                debt("1200.00 EUR", "2026-06-15").build(),
                                debt("860.50 EUR", "2026-07-31").build(),
                                debt("15.00 EUR", "2026-09-30").build()),
                        List.of(),
                        Circumstances.on(day("2026-11-21")).build());
        assertSegments(claims.get(0), "15 d 12.15 = 5.99", "144 d 12.40 = 58.70");
        assertSegments(claims.get(1), "113 d 12.40 = 33.03");
        assertSegments(claims.get(2), "52 d 12.40 = 0.26");
        assertEquals("97.98 EUR", sum(claims.stream().map(Claim::interest).toList()));
        assertEquals("120.00 EUR", sum(claims.stream().map(Claim::indemnity).toList()));
    }

    @Test
    @DisplayName("FR-11")
    void aContractsRateIsOneSegment() {
        Claim claim = agreed("18", "10000.00 EUR", "2025-09-30", "2025-11-15");
        assertSegments(claim, "46 d 18 = 226.85");
        assertTrue(claim.warnings().isEmpty(), claim.warnings()::toString);
    }

    @Test
    @DisplayName("FR-12")
    void aContractsRateAboveTheDefaultMayBeBelowTheFloor() {
        Claim claim = agreed("15", "1000.00 EUR", "2024-01-31", "2024-03-31");
        assertEquals(List.of(Claim.Warning.of(Code.CONTRACT_BELOW_FLOOR, "15", "15.21", "2024-S1")), claim.warnings());
        assertSegments(claim, "60 d 15 = 24.66");
    }

    @Test
    @DisplayName("FR-13")
    void aContractsRateBelowTheFloorIsNotCorrected() {
        Claim claim = agreed("5", "1000.00 EUR", "2026-07-31", "2026-09-30");
        assertEquals(List.of(Claim.Warning.of(Code.CONTRACT_BELOW_FLOOR, "5", "8.25", "2026-S2")), claim.warnings());
        assertSegments(claim, "61 d 5 = 8.36");
    }

    @Test
    @DisplayName("FR-16")
    void aSemesterWithoutARateIsNamed() {
        Claim across = claim("fr-b2b", "1000.00 EUR", "2026-12-20", "2027-02-28");
        assertSegments(across, "11 d 12.40 = 3.74");
        assertEquals(Optional.of(new MissingRate("2027-S1", day("2027-01-01"))), across.missing());
        assertEquals(
                Optional.of(new MissingRate("2027-S1", day("2027-01-21"))),
                claim("fr-b2g", "1000.00 EUR", "2027-01-20", "2027-02-28").missing());
        assertEquals(
                Optional.empty(),
                claim("fr-b2g", "1000.00 EUR", "2026-12-20", "2027-02-28").missing(),
                "a frozen rate outlives the published semesters");
    }

    @Test
    @DisplayName("FR-17")
    void noIndemnityForInvoicesDueSinceTheProceedingsOpened() {
        Claim claim = claim(
                "fr-b2b",
                debt("1000.00 EUR", "2026-09-15"),
                "2026-10-31",
                circumstances -> circumstances.insolvencyOn(day("2026-09-15")));
        assertEquals("0.00 EUR", claim.indemnity().toString());
        assertTrue(claim.segments().isEmpty());
        assertWarned(claim, Code.INDEMNITY_BARRED_BY_INSOLVENCY);
        Claim before = claim(
                "fr-b2b",
                debt("1000.00 EUR", "2026-09-01"),
                "2026-10-31",
                circumstances -> circumstances.insolvencyOn(day("2026-09-15")));
        assertSegments(before, "13 d 12.40 = 4.42");
        assertEquals("40.00 EUR", before.indemnity().toString());
        assertWarned(before, Code.STOPPED_BY_INSOLVENCY);
    }

    @Test
    @DisplayName("DE-1")
    void germanBusinesses() {
        Claim claim = claim("de-b2b", "5000.00 EUR", "2026-05-31", "2026-07-31");
        assertSegments(claim, "30 d 10.27 = 42.21", "31 d 10.52 = 44.67");
        assertEquals("86.88 EUR", claim.interest().toString());
        assertEquals("40.00 EUR", claim.indemnity().toString());
    }

    @Test
    @DisplayName("DE-2")
    void germanConsumers() {
        Claim claim = claim("de-b2c", "5000.00 EUR", "2026-05-31", "2026-07-31");
        assertSegments(claim, "30 d 6.27 = 25.77", "31 d 6.52 = 27.69");
        assertEquals("53.46 EUR", claim.interest().toString());
        assertEquals("0.00 EUR", claim.indemnity().toString());
    }

    @Test
    @DisplayName("UK-1")
    void britishBusinesses() {
        Claim claim = claim("uk-b2b", "2500.00 GBP", "2026-05-31", "2026-08-30");
        assertSegments(claim, "91 d 11.75 = 73.24");
        assertEquals("70.00 GBP", claim.indemnity().toString());
        assertEquals(
                "40.00 GBP",
                claim("uk-b2b", "999.99 GBP", "2026-05-31", "2026-08-30")
                        .indemnity()
                        .toString());
        assertEquals(
                "100.00 GBP",
                claim("uk-b2b", "10000.00 GBP", "2026-05-31", "2026-08-30")
                        .indemnity()
                        .toString());
    }

    @Test
    @DisplayName("IE-1")
    void irishBusinesses() {
        Claim claim = claim("ie-b2b", "2500.00 EUR", "2026-05-31", "2026-08-30");
        assertSegments(claim, "91 d 10.15 = 63.26");
        assertEquals("70.00 EUR", claim.indemnity().toString());
        assertEquals(
                "40.00 EUR",
                claim("ie-b2b", "1000.00 EUR", "2026-05-31", "2026-08-30")
                        .indemnity()
                        .toString());
    }

    @Test
    @DisplayName("EU-1")
    void spanishItalianAndLuxembourgBusinesses() {
        for (String regime : List.of("es-b2b", "it-b2b", "lu-b2b")) {
            Claim claim = claim(regime, "10000.00 EUR", "2026-04-30", "2026-08-31");
            assertSegments(claim, "61 d 10.15 = 169.63", "62 d 10.40 = 176.66");
            assertEquals("346.29 EUR", claim.interest().toString());
            assertEquals("40.00 EUR", claim.indemnity().toString());
        }
    }

    @Test
    @DisplayName("BE-1")
    void belgianBusinessesRoundUpToTheHalfPoint() {
        Claim claim = claim("be-b2b", "10000.00 EUR", "2026-04-30", "2026-08-31");
        assertSegments(claim, "61 d 10.5 = 175.48", "62 d 10.5 = 178.36");
        assertEquals("353.84 EUR", claim.interest().toString());
        assertEquals("40.00 EUR", claim.indemnity().toString());
    }

    @Test
    @DisplayName("NL-1")
    void dutchInterestCompoundsByItselfEachYear() {
        Claim claim = claim("nl-b2b", "10000.00 EUR", "2024-06-30", "2026-06-30");
        assertSegments(
                claim, "184 d 12.25 = 617.53", "181 d 11.15 = 552.92", "184 d 10.15 = 571.56", "181 d 10.15 = 562.24");
        assertEquals("2304.25 EUR", claim.interest().toString());
    }

    @Test
    @DisplayName("NL-2")
    void dutchCostsFollowAScale() {
        assertCosts("nl-b2b", "100", "40.00", "2500", "375.00", "5000", "625.00", "10000", "875.00");
        assertCosts("nl-b2b", "200000", "2775.00", "1000000", "6775.00");
    }

    @Test
    @DisplayName("BE-2")
    void belgianConsumersOweCostsUpToACap() {
        assertCosts("be-b2c", "100", "20.00", "150", "20.00", "151", "30.10", "500", "65.00");
        assertCosts("be-b2c", "501", "65.05", "2000", "140.00", "50000", "2000.00");
    }

    @Test
    @DisplayName("CH-1")
    void swissDaysAreCountedOneWayOrTheOther() {
        Claim bank = claim(
                "ch",
                debt("10000.00 CHF", "2026-01-01"),
                "2026-04-01",
                circumstances -> circumstances.dayCount(DayCount.THIRTY_360));
        assertSegments(bank, "90 d 5 = 125.00");
        assertEquals(DayCount.THIRTY_360, bank.dayCount());
        Claim calendar = claim("ch", "10000.00 CHF", "2026-01-01", "2026-04-01");
        assertSegments(calendar, "90 d 5 = 123.29");
        assertEquals(DayCount.ACT_365F, calendar.dayCount());
    }

    private void assertCosts(String regime, String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            Money most = law.regime(regime).terms().costs().orElseThrow().of(Money.parse(pairs[i], "EUR"));
            assertEquals(pairs[i + 1], most.toDecimalString(), "costs of " + pairs[i]);
        }
    }

    private Claim agreed(String rate, String principal, String due, String asOf) {
        return claim(
                "fr-b2b",
                debt(principal, due),
                asOf,
                circumstances -> circumstances.contractRate(new BigDecimal(rate)));
    }

    private Claim claim(String regime, String principal, String due, String asOf) {
        return claim(regime, debt(principal, due), asOf, PLAIN);
    }

    private Claim claim(String regime, Debt.Builder debt, String asOf, Consumer<Circumstances.Builder> more) {
        Circumstances.Builder circumstances = Circumstances.on(day(asOf));
        more.accept(circumstances);
        return law.claims().claim(law.regime(regime), debt.build(), circumstances.build());
    }

    private static Debt.Builder paid(String principal, String due, String paidOn, String payment) {
        return debt(principal, due).payments(List.of(new Allocation(day(paidOn), money(payment))));
    }

    private static Debt.Builder debt(String principal, String due) {
        return Debt.of("F-1", money(principal), day(due));
    }

    private static Money money(String text) {
        return Money.parse(text.substring(0, text.length() - 4), text.substring(text.length() - 3));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static String sum(List<Money> amounts) {
        return amounts.stream().reduce(Money::plus).orElseThrow().toString();
    }

    private static void assertWarned(Claim claim, Code code) {
        assertTrue(claim.warnings().stream().anyMatch(warning -> warning.code() == code), claim.warnings()::toString);
    }

    private static void assertSegments(Claim claim, String... expected) {
        List<String> actual = new ArrayList<>();
        for (InterestSegment segment : claim.segments()) {
            actual.add(segment.days() + " d " + segment.rate().toPlainString() + " = "
                    + segment.interest().toDecimalString());
        }
        assertEquals(List.of(expected), actual);
    }
}
