package org.quittance.engine.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quittance.engine.claim.MadeRegime.euro;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.api.interest.Compounding;
import org.quittance.api.interest.Imputation;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.Money;
import org.quittance.service.claim.Circumstances;
import org.quittance.service.claim.Claim;
import org.quittance.service.claim.Claim.Code;
import org.quittance.service.claim.Debt;

/** What happens to a debt between its due date and the day of the claim. 365 EUR bear 0.12 EUR a day in the first half-year. */
class ClaimTest {

    private static final LocalDate DUE = LocalDate.of(2026, 1, 31);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final PureClaimService claims = new PureClaimService();

    private static Debt.Builder debt(String number, LocalDate due) {
        return Debt.of(number, euro("365.00"), due);
    }

    private static Allocation on(LocalDate day, String amount) {
        return new Allocation(day, euro(amount));
    }

    private Claim claim(Debt.Builder debt) {
        return claims.claim(
                MadeRegime.floating(), debt.build(), Circumstances.on(DAY).build());
    }

    private static List<Integer> days(Claim claim) {
        return claim.segments().stream().map(InterestSegment::days).toList();
    }

    @Test
    void aCreditNoteReducesThePrincipalFromItsOwnDay() {
        Claim claim = claim(debt("A", DUE).creditNotes(List.of(on(LocalDate.of(2026, 2, 11), "182.50"))));
        assertEquals(List.of(10, 20), days(claim));
        assertEquals(euro("182.50"), claim.principal());
        assertEquals(euro("2.40"), claim.interest());
    }

    @Test
    void theDayMoneyCountsFromStillBearsInterestOnIt() {
        Claim claim = claims.claim(
                MadeRegime.floating(),
                debt("A", DUE)
                        .payments(List.of(on(LocalDate.of(2026, 2, 10), "183.70")))
                        .build(),
                Circumstances.on(DAY).build());
        assertEquals(List.of(10, 20), days(claim));
        assertEquals(euro("182.50"), claim.principal(), "1.20 of it was interest");
        assertEquals(euro("1.20"), claim.interest());
    }

    @Test
    void aCreditNoteForEverythingBeforeTheDueDateLeavesNothing() {
        Claim claim = claim(debt("A", DUE).creditNotes(List.of(on(DUE, "365.00"))));
        assertEquals(euro("0.00"), claim.total(), "no indemnity for what was not late");
    }

    @Test
    void theIndemnityIsPaidLast() {
        Claim claim = claim(debt("A", DUE).payments(List.of(on(DAY, "370.00"))));
        assertEquals(euro("0.00"), claim.principal());
        assertEquals(euro("0.00"), claim.interest());
        assertEquals(euro("38.60"), claim.indemnity());
        Claim more = claim(debt("A", DUE).payments(List.of(on(DAY, "410.00"))));
        assertEquals(euro("1.40"), more.overpaid());
        assertEquals(Code.OVERPAID, more.warnings().get(0).code());
    }

    @Test
    void provedCostsComeFirstWhereTheLawSaysSo() {
        Debt.Builder debt = debt("A", DUE)
                .costs(List.of(new Debt.Cost("bailiff", euro("25.00"), "invoice H-1")))
                .agreedFees(euro("5.00"))
                .payments(List.of(on(DAY, "26.00")));
        Claim costsFirst = claims.claim(
                MadeRegime.with(terms -> terms.imputation(Imputation.COSTS_FIRST)),
                debt.build(),
                Circumstances.on(DAY).build());
        assertEquals(euro("0.00"), costsFirst.costs());
        assertEquals(euro("2.60"), costsFirst.interest());
        Claim interestFirst = claim(debt);
        assertEquals(euro("25.00"), interestFirst.costs());
        assertEquals(euro("342.60"), interestFirst.principal());
        assertEquals(euro("5.00"), interestFirst.fees());
    }

    @Test
    void gracedDaysBearNothing() {
        Claim claim = claims.claim(
                MadeRegime.floating(),
                debt("A", DUE).build(),
                Circumstances.on(DAY)
                        .grace(List.of(
                                new Circumstances.Grace(LocalDate.of(2026, 2, 6), LocalDate.of(2026, 2, 20)),
                                new Circumstances.Grace(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1))))
                        .build());
        assertEquals(List.of(5, 8), days(claim));
        assertEquals(euro("1.56"), claim.interest());
    }

    @Test
    void forbiddenCapitalisationIsSaidAndNotDone() {
        LocalDate late = LocalDate.of(2028, 1, 31);
        Circumstances asked = Circumstances.on(late).capitaliseFrom(DUE).build();
        Claim forbidden = claims.claim(MadeRegime.floating(), debt("A", DUE).build(), asked);
        assertEquals(Code.CAPITALISATION_FORBIDDEN, forbidden.warnings().get(0).code());
        Claim allowed = claims.claim(
                MadeRegime.with(terms -> terms.compounding(Compounding.ON_DEMAND, 12)),
                debt("A", DUE).build(),
                asked);
        assertTrue(allowed.interest().compareTo(forbidden.interest()) > 0);
        assertTrue(allowed.warnings().isEmpty());
    }

    @Test
    void interestOfLessThanAYearIsNeverCapitalised() {
        Circumstances asked = Circumstances.on(LocalDate.of(2026, 12, 31))
                .capitaliseFrom(DUE.plusDays(150))
                .build();
        Claim claim = claims.claim(
                MadeRegime.with(terms -> terms.compounding(Compounding.ON_DEMAND, 12)),
                debt("A", DUE).build(),
                asked);
        claim.segments().forEach(segment -> assertEquals(euro("365.00"), segment.principal()));
    }

    @Test
    void aContractsRateAboveTheCeilingIsSaidAndKept() {
        Claim claim = claims.claim(
                MadeRegime.floating(),
                debt("A", LocalDate.of(2026, 6, 20)).build(),
                Circumstances.on(LocalDate.of(2026, 7, 10))
                        .contractRate(new BigDecimal("10"))
                        .build());
        assertEquals(List.of(Claim.Warning.of(Code.CONTRACT_ABOVE_CEILING, "10", "6", "2026-S2")), claim.warnings());
        assertEquals(new BigDecimal("10"), claim.segments().get(0).rate());
    }

    @Test
    void aPaymentAfterTheDayDoesNotCount() {
        Claim claim = claim(debt("A", DUE).payments(List.of(on(DAY.plusDays(1), "100.00"))));
        assertEquals(euro("365.00"), claim.principal());
        assertEquals(Code.PAYMENT_AFTER_DAY, claim.warnings().get(0).code());
    }

    @Test
    void moneyForSeveralDebtsGoesToWhatIsDueThenToTheOldest() {
        List<Debt> debts = List.of(
                debt("not due", DAY.plusDays(30)).build(),
                debt("young", DUE.plusDays(10)).build(),
                debt("old", DUE).build());
        List<Claim> result = share(MadeRegime.floating(), debts, "500.00");
        assertEquals(euro("365.00"), result.get(0).principal());
        assertEquals(euro("0.00"), result.get(2).total(), "old: 365.00, 3.60 and the indemnity of 40.00");
        assertEquals(
                euro("365.00").plus(euro("2.40")).minus(euro("91.40")),
                result.get(1).principal());
    }

    @Test
    void ofDebtsThatAreDueTheDearestIsPaidFirst() {
        LocalDate cheap = LocalDate.of(2025, 7, 31);
        List<Debt> debts =
                List.of(debt("cheap and old", cheap).build(), debt("dear", DUE).build());
        List<Claim> result = share(MadeRegime.frozen(), debts, "100.00");
        assertEquals(euro("365.00"), result.get(0).principal());
        assertEquals(euro("268.60"), result.get(1).principal());
    }

    @Test
    void debtsThatAreAlikeSharePerCent() {
        List<Debt> debts = List.of(
                debt("A", DUE).build(), debt("B", DUE).build(), debt("C", DUE).build());
        List<Claim> result = share(MadeRegime.floating(), debts, "100.00");
        assertEquals(
                MadeRegime.euros("375.27", "375.27", "375.26"),
                result.stream().map(Claim::total).toList());
    }

    private List<Claim> share(InterestRegime regime, List<Debt> debts, String payment) {
        return claims.claims(
                regime, debts, List.of(on(DAY, payment)), Circumstances.on(DAY).build());
    }

    @Test
    void moneyOfTwoCurrenciesIsRefused() {
        Debt mixed = Debt.of("A", euro("100.00"), DUE)
                .payments(List.of(new Allocation(DAY, Money.parse("1.00", "USD"))))
                .build();
        assertThrows(
                IllegalArgumentException.class,
                () -> claims.claim(
                        MadeRegime.floating(), mixed, Circumstances.on(DAY).build()));
    }
}
