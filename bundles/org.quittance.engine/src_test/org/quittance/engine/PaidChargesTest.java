package org.quittance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quittance.engine.Case.DUE;
import static org.quittance.engine.Case.euros;
import static org.quittance.engine.Case.key;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.ledger.ImputedCharge;
import org.quittance.api.ledger.ItemLife;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.ledger.StepRecord.Outcome;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.Money;
import org.quittance.service.claim.CaseClaim;
import org.quittance.service.claim.ChargeClaim;
import org.quittance.service.claim.ItemClaim;
import org.quittance.service.decision.DebtorPlan;
import org.quittance.service.decision.Reason;

/** Money that pays interest and compensation which a message claimed is no credit of the debtor, until it is taken back. */
class PaidChargesTest {

    private static final LocalDate CLAIMED = DUE.plusDays(40);
    private static final LocalDate PAID = CLAIMED.plusDays(5);

    private Case file = new Case();

    @BeforeEach
    void aFormalNoticeClaimedFortyDaysAndFortyEuros() {
        file = new Case().with("A", 0);
        claim("A", CLAIMED, "4.80", "40.00");
    }

    private void claim(String invoice, LocalDate on, String interest, String indemnity) {
        file.steps.add(new StepRecord(
                key(invoice),
                1,
                "formal-notice",
                Outcome.SENT,
                on,
                Optional.of(new MessageId("20260411-1-1")),
                Optional.of(on),
                euros(interest).minor(),
                Optional.of(euros(indemnity))));
    }

    private void settle(String invoice, LocalDate on) {
        file.items.remove(key(invoice));
        file.lives.put(key(invoice), new ItemLife(key(invoice), 1, Optional.of(on)));
    }

    private CaseClaim owed(LocalDate day) {
        return new ClaimRules(file, "owed", day).check();
    }

    private static Money sum(DebtorPlan plan, ChargeKind charge) {
        return plan.found().stream()
                .map(ImputedCharge.class::cast)
                .filter(paid -> paid.charge() == charge)
                .map(ImputedCharge::amount)
                .reduce(euros("0.00"), Money::plus);
    }

    @Test
    void whatExceedsThePrincipalPaysInterestThenCompensationAndTheRestIsCredit() {
        settle("A", PAID);
        file.withCredit("P", PAID, "50.00");
        DebtorPlan plan = file.plan(PAID.plusDays(1));
        assertEquals(euros("4.80"), sum(plan, ChargeKind.INTEREST));
        assertEquals(euros("40.00"), sum(plan, ChargeKind.INDEMNITY));
        assertEquals(Reason.PAID_CHARGES, plan.answers().get(0).reason());
        assertEquals(Optional.of(euros("44.80")), plan.answers().get(0).amount());
        CaseClaim owed = owed(PAID.plusDays(1));
        assertEquals(euros("-5.20"), owed.credits().get(0).open());
        assertEquals(euros("44.80"), owed.charges().get(0).paid());
        assertEquals(euros("0.00"), owed.charges().get(0).indemnityDue());
    }

    @Test
    void tooLittlePaysTheInterestFirst() {
        settle("A", PAID);
        file.withCredit("P", PAID, "10.00");
        ChargeClaim owed = owed(PAID).charges().get(0);
        assertEquals(euros("0.00"), owed.interestDue());
        assertEquals(euros("34.80"), owed.indemnityDue());
        assertEquals(List.of(), owed(PAID).credits());
    }

    @Test
    void itIsFoundOnceEvenWhenThePaymentIsBookedAway() {
        settle("A", PAID);
        file.withCredit("P", PAID, "44.80");
        file.play(PAID);
        assertEquals(List.of(), file.plan(PAID).found());
        file.items.remove(key("P"));
        file.withCredit("Q", PAID.plusDays(3), "10.00");
        assertEquals(List.of(), file.plan(PAID.plusDays(3)).found(), "everything claimed is paid");
    }

    @Test
    void whatIsFoundMoreOnTheSameDayIsAdded() {
        settle("A", PAID);
        file.withCredit("P", PAID, "90.00");
        file.play(PAID);
        file.lives.put(key("B"), new ItemLife(key("B"), 1, Optional.of(PAID)));
        claim("A", PAID, "5.40", "40.00");
        file.play(PAID);
        assertEquals(euros("5.40"), owed(PAID).charges().get(0).paidInterest());
        assertEquals(2, file.paidCharges.size());
        assertEquals(euros("-44.60"), owed(PAID).credits().get(0).open());
    }

    @Test
    void asLongAsPrincipalIsDueTheMoneyIsForThePrincipal() {
        settle("A", PAID);
        file.with("B", 20).withCredit("P", PAID, "370.00");
        assertEquals(euros("4.80"), sum(file.plan(PAID), ChargeKind.INTEREST));
        assertEquals(euros("0.20"), sum(file.plan(PAID), ChargeKind.INDEMNITY));
        file.items.remove(key("P"));
        file.withCredit("P", PAID, "365.00");
        assertEquals(List.of(), file.plan(PAID).found());
    }

    @Test
    void aStatementOfWhatIsLeftOfTheCompensationIsNotPaidTwice() {
        settle("A", PAID);
        file.withCredit("P", PAID, "14.80");
        file.play(PAID);
        file.with("A", 0).lives.put(key("A"), new ItemLife(key("A"), 2, Optional.empty()));
        file.statements.add(ClaimRules.issue(owed(PAID.plusDays(1)), 1, PAID.plusDays(1)));
        settle("A", PAID.plusDays(2));
        assertEquals(euros("30.00"), owed(PAID.plusDays(2)).charges().get(0).indemnityDue());
    }

    @Test
    void moneyFromBeforeTheClaimPaysNoneOfIt() {
        settle("A", PAID);
        file.withCredit("P", CLAIMED.minusDays(1), "50.00");
        assertEquals(List.of(), file.plan(PAID).found());
        assertEquals(Reason.CREDIT, file.reason("P", PAID));
    }

    @Test
    void whatACreditNoteOrACancellationTookLeavesNothingDueBesideIt() {
        file.items.remove(key("A"));
        file.lives.put(key("A"), new ItemLife(key("A"), 1, Optional.of(PAID), false));
        file.withCredit("P", PAID, "50.00");
        assertEquals(List.of(), file.plan(PAID).found());
        assertEquals(List.of(), owed(PAID).charges());
    }

    @Test
    void whatWasWaivedIsNotPaid() {
        settle("A", PAID);
        file.goodwill.add(new Goodwill(
                "g",
                Goodwill.Kind.WAIVE_INDEMNITY,
                Goodwill.State.GRANTED,
                Optional.empty(),
                Optional.empty(),
                "geste",
                "claire",
                PAID,
                Optional.empty(),
                Optional.empty()));
        file.withCredit("P", PAID, "50.00");
        assertEquals(euros("0.00"), sum(file.plan(PAID), ChargeKind.INDEMNITY));
        assertEquals(euros("-45.20"), owed(PAID).credits().get(0).open());
    }

    @Test
    void proceedingsForbidToPayOutOfTurn() {
        settle("A", PAID);
        file.withCredit("P", PAID, "50.00");
        file.marks.add(
                new CaseMark(CaseMark.Kind.INSOLVENT, PAID, Optional.empty(), "", Optional.empty(), Optional.of(PAID)));
        assertEquals(List.of(), file.plan(PAID).found());
    }

    @Test
    void anAbsentInvoiceMayNeedTheMoney() {
        settle("A", PAID);
        claim("Z", CLAIMED, "1.00", "40.00");
        file.withCredit("P", PAID, "50.00");
        assertEquals(List.of(), file.plan(PAID).found());
    }

    @Test
    void takenBackItIsDueAgainOnce() {
        settle("A", PAID);
        file.withCredit("P", PAID, "44.80");
        file.play(PAID);
        assertEquals(euros("44.80"), owed(PAID).charges().get(0).paid());
        file.takeBack(key("P"));
        assertEquals(euros("4.80"), owed(PAID.plusDays(9)).charges().get(0).interestDue());
        assertEquals(euros("40.00"), owed(PAID.plusDays(9)).charges().get(0).indemnityDue());
        file.withCredit("Q", PAID.plusDays(9), "44.80");
        file.play(PAID.plusDays(9));
        assertEquals(euros("44.80"), owed(PAID.plusDays(9)).charges().get(0).paid());
        assertEquals(List.of(), owed(PAID.plusDays(9)).credits());
    }

    @Test
    void anInvoiceThatIsOpenAgainOwesTheDaysSinceOnlyAndTheCompensationNoMore() {
        settle("A", PAID);
        file.withCredit("P", PAID, "44.80");
        file.play(PAID);
        file.with("A", 0).lives.put(key("A"), new ItemLife(key("A"), 2, Optional.empty()));
        LocalDate later = DUE.plusDays(60);
        ItemClaim owed = owed(later).items().get(0);
        assertEquals(euros("4.80"), owed.paidInterest());
        assertEquals(euros("2.40"), owed.claim().interest(), "60 days at 0.12 less 40");
        assertEquals(euros("0.00"), owed.claim().indemnity());
        file.takeBack(key("P"));
        ItemClaim again = owed(later).items().get(0);
        assertEquals(euros("7.20"), again.claim().interest(), "every day, once");
        assertEquals(euros("40.00"), again.claim().indemnity());
        assertTrue(again.paidInterest().isZero());
    }

    @Test
    void aMessageAsksOnlyForWhatIsNotPaidAndCorrectsNothing() {
        settle("A", PAID);
        file.withCredit("P", PAID, "44.80");
        file.play(PAID);
        file.with(Case.invoice("A", DUE, euros("365.00")).allocations(List.of(new Allocation(PAID, euros("0.00")))));
        file.lives.put(key("A"), new ItemLife(key("A"), 2, Optional.empty()));
        file.steps.add(new StepRecord(
                key("A"),
                2,
                "formal-notice",
                Outcome.SENT,
                DUE.plusDays(50),
                Optional.of(new MessageId("20260421-1-1")),
                Optional.of(DUE.plusDays(50)),
                euros("6.00").minor(),
                Optional.of(euros("40.00"))));
        ItemClaim owed = owed(DUE.plusDays(60)).items().get(0);
        assertEquals(euros("2.40"), owed.claim().interest());
        assertEquals(euros("0.00"), owed.earlier().orElseThrow().correction());
    }
}
