package org.quittance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quittance.engine.Case.DUE;
import static org.quittance.engine.Case.euros;
import static org.quittance.engine.Case.instalment;
import static org.quittance.engine.Case.invoice;
import static org.quittance.engine.Case.key;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Commitment.State;
import org.quittance.api.ledger.ImputedInterest;
import org.quittance.api.ledger.ItemLife;
import org.quittance.api.ledger.StepRecord.Outcome;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.DebtorPlan;
import org.quittance.service.decision.Reason;

/** Interest agreed in a plan and paid is the creditor's, although the ledger of invoices has only a credit for it. */
class AgreedInterestTest {

    private static final LocalDate MADE = DUE.plusDays(4);
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 19);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 16);

    private Case file = new Case();

    @BeforeEach
    void aPlanWithFifteenEurosOfInterest() {
        file = new Case().with("A", 0);
        file.commitments.add(new Commitment(
                "plan-1",
                Commitment.Kind.PLAN,
                State.LIVE,
                MADE,
                Set.of(key("A")),
                euros("365.00"),
                List.of(instalment(FIRST, "190.00"), instalment(LAST, "190.00")),
                euros("15.00")));
    }

    private void paidInFull(String credit) {
        file.items.remove(key("A"));
        file.lives.put(key("A"), new ItemLife(key("A"), 1, Optional.of(LAST)));
        file.withCredit("P", LAST, credit);
    }

    private static Money sum(DebtorPlan plan) {
        return plan.found().stream()
                .map(record -> ((ImputedInterest) record).amount())
                .reduce(euros("0.00"), Money::plus);
    }

    @Test
    void whatWasPaidAboveThePrincipalPaysTheInterestAndKeepsThePlan() {
        paidInFull("15.00");
        DebtorPlan plan = file.plan(LAST.plusDays(1));
        assertEquals(State.KEPT, plan.decidedCommitments().get(0).state());
        assertEquals(euros("15.00"), sum(plan));
        Answer answer = plan.answers().get(0);
        assertEquals(Reason.AGREED_INTEREST, answer.reason());
        assertEquals(Optional.of(euros("15.00")), answer.amount());
        assertEquals(Optional.of("plan-1"), answer.detail());
        assertEquals(
                euros("0.00"),
                file.explain("P", LAST.plusDays(1), Locale.FRENCH).claimed());
    }

    @Test
    void itIsNettedAgainstNoOtherInvoiceAlsoOnceThePlanIsOver() {
        paidInFull("15.00");
        file.with("B", 0);
        assertEquals(euros("365.00"), file.plan(LAST).messages().get(0).principal());
        file.take(file.plan(LAST), LAST, Outcome.UNKNOWN);
        file.steps.clear();
        assertEquals(List.of(), file.commitments, "kept");
        DebtorPlan later = file.plan(LAST.plusDays(29));
        assertEquals(euros("365.00"), later.messages().get(0).principal());
        assertEquals(List.of(), later.messages().get(0).credits());
        assertEquals(List.of(), later.found());
    }

    @Test
    void onlyWhatExceedsTheAgreedTotalIsCredit() {
        paidInFull("40.00");
        file.with("B", 0);
        DebtorPlan plan = file.plan(LAST);
        assertEquals(euros("15.00"), sum(plan));
        assertEquals(euros("-25.00"), plan.messages().get(0).credits().get(0).open());
        assertEquals(euros("340.00"), plan.messages().get(0).principal());
        assertEquals(euros("-25.00"), file.explain("P", LAST, Locale.FRENCH).claimed());
    }

    @Test
    void aLaterOverpaymentIsNotTakenForInterestThatWasPaidAndBooked() {
        paidInFull("15.00");
        file.play(LAST);
        file.items.remove(key("P"));
        file.with("B", 0).withCredit("Q", LAST.plusDays(20), "20.00");
        DebtorPlan plan = file.plan(LAST.plusDays(21));
        assertEquals(List.of(), plan.found());
        assertEquals(euros("345.00"), plan.messages().get(0).principal());
    }

    @Test
    void whoPaysOnlyThePrincipalHasNotKeptThePlan() {
        paidInFull("0.01");
        LocalDate late = LAST.plusDays(10);
        assertEquals(State.BROKEN, file.plan(late).decidedCommitments().get(0).state());
        file.play(late);
        file.withCredit("Q", late, "20.00");
        assertEquals(euros("14.99"), sum(file.plan(late.plusDays(1))), "the rest of it is still owed");
    }

    @Test
    void moneyThatIsStillMissingInThePrincipalIsNoInterest() {
        file.withCredit("P", FIRST, "370.00");
        DebtorPlan plan = file.plan(FIRST);
        assertEquals(euros("5.00"), sum(plan));
        file.items.remove(key("P"));
        file.withCredit("P", FIRST, "190.00");
        assertEquals(List.of(), file.plan(FIRST).found());
    }

    @Test
    void moneyFromBeforeThePlanAndCreditNotesAreNoInterest() {
        paidInFull("1.00");
        file.items.remove(key("P"));
        file.withCredit("O", MADE.minusDays(1), "15.00");
        assertEquals(List.of(), file.plan(LAST).found());
        assertEquals(Reason.CREDIT, file.reason("O", LAST));
    }

    @Test
    void anInstalmentWithItsInterestIsPaidInTime() {
        file.with(invoice("A", DUE, euros("175.00")).original(euros("365.00")));
        Answer running = file.answer("A", FIRST.plusDays(10));
        assertEquals(Reason.PLAN_RUNNING, running.reason());
        assertEquals(Optional.of(LAST), running.date());
    }

    @Test
    void whereThePrincipalIsTakenBackTheInterestThatStaysIsInterestPaidOnTheInvoice() {
        paidInFull("15.00");
        file.play(LAST);
        file.with("A", 0).lives.put(key("A"), new ItemLife(key("A"), 2, Optional.empty()));
        LocalDate later = DUE.plusDays(200);
        var owed = new ClaimRules(file, "agreed", later).check().items().get(0);
        assertEquals(euros("15.00"), owed.paidInterest());
        assertEquals(euros("9.00"), owed.claim().interest(), "200 days at 0.12 less 15.00");
        assertEquals(State.BROKEN, file.plan(later).decidedCommitments().get(0).state());
    }

    @Test
    void interestWhosePaymentIsTakenBackIsOwedAgain() {
        paidInFull("15.00");
        file.play(LAST);
        file.takeBack(key("P"));
        file.with("A", 0).lives.put(key("A"), new ItemLife(key("A"), 2, Optional.empty()));
        LocalDate later = DUE.plusDays(200);
        var owed = new ClaimRules(file, "agreed", later).check().items().get(0);
        assertEquals(euros("24.00"), owed.claim().interest());
        assertEquals(euros("0.00"), owed.paidInterest());
    }

    @Test
    void whatAnAbsentInvoiceMayStillNeedIsNoInterest() {
        Set<ItemKey> both = Set.of(key("A"), key("Z"));
        Commitment one = file.commitments.get(0);
        file.commitments.set(
                0,
                new Commitment(
                        one.id(),
                        one.kind(),
                        one.state(),
                        one.madeOn(),
                        both,
                        euros("730.00"),
                        one.instalments(),
                        one.interest()));
        paidInFull("15.00");
        assertEquals(List.of(), file.plan(LAST).found());
    }
}
