package org.quittance.interest.fr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.quittance.api.interest.InterestAnswer;
import org.quittance.api.interest.InterestAnswer.MissingRate;
import org.quittance.api.interest.InterestQuestion;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.model.Money;

/** The golden examples of French late payment, named by their numbers; delay begins the day after the due date. */
class WorkedExamplesTest {

    private final InterestRegime business = new FrenchBusinessInterest();
    private final InterestRegime publicBuyer = new FrenchPublicInterest();
    private final InterestRegime consumer = new FrenchConsumerInterest();

    @Test
    @DisplayName("FR-1")
    void paidWithinOneSemester() {
        InterestAnswer answer = late(business, "12000.00", "2026-03-31", "2026-05-15");
        assertSegments(answer, "45 d 12.15 = 179.75");
        assertEquals("12219.75", total(answer, "12000.00").plus(euro("40.00")).toDecimalString());
    }

    @Test
    @DisplayName("FR-2")
    void crossesASemesterWithAnotherRate() {
        InterestAnswer answer = late(business, "10000.00", "2026-04-30", "2026-08-31");
        assertSegments(answer, "61 d 12.15 = 203.05", "62 d 12.40 = 210.63");
        assertEquals("10453.68", total(answer, "10000.00").plus(euro("40.00")).toDecimalString());
    }

    @Test
    @DisplayName("FR-3")
    void partialPaymentInterestFirst() {
        Money untilPayment = sum(days(business, "10000.00", "2026-05-01", "2026-05-01", "2026-06-30"));
        assertEquals("203.05", untilPayment.toDecimalString());
        Money left = euro("10000.00").plus(untilPayment).minus(euro("4000.00"));
        assertEquals("6203.05", left.toDecimalString());
        InterestAnswer after = days(business, "6203.05", "2026-05-01", "2026-07-01", "2026-08-31");
        assertSegments(after, "62 d 12.40 = 130.65");
        assertEquals("6333.70", left.plus(sum(after)).toDecimalString());
    }

    @Test
    @DisplayName("FR-3b")
    void partialPaymentPrincipalFirst() {
        Money untilPayment = sum(days(business, "10000.00", "2026-05-01", "2026-05-01", "2026-06-30"));
        InterestAnswer after = days(business, "6000.00", "2026-05-01", "2026-07-01", "2026-08-31");
        assertSegments(after, "62 d 12.40 = 126.38");
        Money interest = untilPayment.plus(sum(after));
        assertEquals("329.43", interest.toDecimalString());
        assertEquals("6329.43", euro("6000.00").plus(interest).toDecimalString());
    }

    @Test
    @DisplayName("FR-4")
    void semestersOfOneRateStaySeparate() {
        InterestAnswer answer = late(business, "7350.42", "2025-03-15", "2026-09-15");
        assertSegments(
                answer, "107 d 13.15 = 283.35", "184 d 12.15 = 450.21", "181 d 12.15 = 442.87", "77 d 12.40 = 192.28");
        assertEquals("1368.71", sum(answer).toDecimalString());
    }

    @Test
    @DisplayName("FR-5 (ACT/365 fixed)")
    void leapYearsHave365Days() {
        assertSegments(late(business, "1000.00", "2023-12-31", "2024-03-31"), "91 d 14.50 = 36.15");
    }

    @Test
    @DisplayName("FR-6")
    void consumersOweTheLegalRateOfTheCreditorsColumn() {
        assertSegments(late(consumer, "500.00", "2026-09-10", "2026-11-21"), "72 d 2.75 = 2.71");
        assertEquals(Optional.empty(), consumer.indemnity(euro("500.00"), LocalDate.parse("2026-08-31")));
    }

    @Test
    @DisplayName("FR-9")
    void publicBuyersKeepTheRateOfTheFirstDay() {
        assertSegments(late(publicBuyer, "20000.00", "2026-06-19", "2026-08-20"), "62 d 10.15 = 344.82");
        assertEquals(
                Optional.of(euro("40.00")), publicBuyer.indemnity(euro("20000.00"), LocalDate.parse("2026-06-19")));
    }

    @Test
    @DisplayName("FR-10")
    void indemnityIsPerInvoice() {
        InterestAnswer first = late(business, "1200.00", "2026-06-15", "2026-11-21");
        assertSegments(first, "15 d 12.15 = 5.99", "144 d 12.40 = 58.70");
        InterestAnswer second = late(business, "860.50", "2026-07-31", "2026-11-21");
        assertSegments(second, "113 d 12.40 = 33.03");
        InterestAnswer third = late(business, "15.00", "2026-09-30", "2026-11-21");
        assertSegments(third, "52 d 12.40 = 0.26");
        assertEquals("97.98", sum(first).plus(sum(second)).plus(sum(third)).toDecimalString());
        Money indemnity = List.of("1200.00", "860.50", "15.00").stream()
                .map(principal -> business.indemnity(euro(principal), LocalDate.parse("2026-06-15"))
                        .orElseThrow())
                .reduce(euro("0"), Money::plus);
        assertEquals("120.00", indemnity.toDecimalString());
    }

    @Test
    @DisplayName("FR-16")
    void aSemesterWithoutARateIsNamed() {
        InterestAnswer across = late(business, "1000.00", "2026-12-20", "2027-02-28");
        assertSegments(across, "11 d 12.40 = 3.74");
        assertEquals(Optional.of(missing("2027-S1", "2027-01-01")), across.missing());
        InterestAnswer within = days(business, "1000.00", "2026-12-20", "2027-02-01", "2027-02-28");
        assertTrue(within.segments().isEmpty());
        assertEquals(Optional.of(missing("2027-S1", "2027-02-01")), within.missing());
        assertEquals(
                Optional.of(missing("2027-S1", "2027-01-01")),
                late(consumer, "1000.00", "2026-12-31", "2027-02-28").missing());
    }

    @Test
    void aFrozenRateOutlivesThePublishedSemesters() {
        InterestAnswer answer = late(publicBuyer, "1000.00", "2026-12-20", "2027-02-28");
        assertSegments(answer, "70 d 10.40 = 19.95");
        assertEquals(Optional.empty(), answer.missing());
        InterestAnswer begunLater = late(publicBuyer, "1000.00", "2027-01-20", "2027-02-28");
        assertTrue(begunLater.segments().isEmpty());
        assertEquals(Optional.of(missing("2027-S1", "2027-01-21")), begunLater.missing());
    }

    @Test
    void aFrozenRateIsThatOfTheDelayEvenWhenOnlyLaterDaysAreAsked() {
        assertSegments(days(publicBuyer, "20000.00", "2026-06-20", "2026-07-15", "2026-08-20"), "37 d 10.15 = 205.78");
    }

    @Test
    void nothingIsGuessedBeforeTheFirstKnownSemester() {
        InterestAnswer answer = late(business, "1000.00", "2014-12-30", "2015-01-31");
        assertTrue(answer.segments().isEmpty());
        assertEquals(Optional.of(missing("2014-S2", "2014-12-31")), answer.missing());
    }

    private static MissingRate missing(String period, String since) {
        return new MissingRate(period, LocalDate.parse(since));
    }

    private static InterestAnswer late(InterestRegime regime, String principal, String due, String to) {
        String since = LocalDate.parse(due).plusDays(1).toString();
        return days(regime, principal, since, since, to);
    }

    private static InterestAnswer days(InterestRegime regime, String principal, String since, String from, String to) {
        return regime.interest(new InterestQuestion(
                euro(principal), LocalDate.parse(since), LocalDate.parse(from), LocalDate.parse(to)));
    }

    private static void assertSegments(InterestAnswer answer, String... expected) {
        assertEquals(
                List.of(expected),
                answer.segments().stream().map(WorkedExamplesTest::inWords).toList());
    }

    private static String inWords(InterestSegment segment) {
        return segment.days() + " d " + segment.rate() + " = "
                + segment.interest().toDecimalString();
    }

    private static Money total(InterestAnswer answer, String principal) {
        return euro(principal).plus(sum(answer));
    }

    private static Money sum(InterestAnswer answer) {
        return answer.segments().stream().map(InterestSegment::interest).reduce(euro("0"), Money::plus);
    }

    private static Money euro(String amount) {
        return Money.parse(amount, "EUR");
    }
}
