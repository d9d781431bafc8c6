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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Commitment.Kind;
import org.quittance.api.ledger.Commitment.State;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.ledger.ItemLife;
import org.quittance.api.ledger.StepRecord.Outcome;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.ItemKey;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.DebtorPlan;
import org.quittance.service.decision.PlannedMessage;
import org.quittance.service.decision.Reason;

/** A promise is broken only after its date and transit days, and only if bank data covers them; then the ladder goes on. */
class Rule06BrokenPromiseTest {

    /** A Thursday; three business days later is Tuesday the 24th. */
    private static final LocalDate PROMISED = LocalDate.of(2026, 3, 19);

    private static final LocalDate TELLABLE = LocalDate.of(2026, 3, 24);

    private Case file = new Case();

    @BeforeEach
    void courteousReminderThenAPromise() {
        file = new Case().with("A", 0).sent("A", "courteous", DUE.plusDays(3));
        promise(Kind.PROMISE, instalment(PROMISED, "365.00"));
    }

    private void promise(Kind kind, Commitment.Instalment... instalments) {
        file.commitments.clear();
        file.promise("p1", kind, DUE.plusDays(4), Set.of(key("A")), instalments);
    }

    @Test
    void itIsNotBrokenWhileMoneyMayStillTravel() {
        Answer answer = file.answer("A", TELLABLE);
        assertEquals(Reason.PROMISE_RUNNING, answer.reason());
        assertEquals(Optional.of(PROMISED), answer.date());
        assertEquals(Optional.of(TELLABLE.plusDays(1)), answer.nextDate());
        assertEquals(List.of(), file.plan(TELLABLE).decidedCommitments());
    }

    @Test
    void itIsUndecidedWhileBankDataDoesNotCoverThatDay() {
        file.bank = Optional.of(TELLABLE.minusDays(1));
        Answer answer = file.answer("A", TELLABLE.plusDays(1));
        assertEquals(Reason.COMMITMENT_UNDECIDED, answer.reason());
        assertEquals(Optional.of("bank"), answer.detail());
        file.bank = Optional.empty();
        assertEquals(Reason.COMMITMENT_UNDECIDED, file.reason("A", TELLABLE.plusDays(1)));
        file.bank = Optional.of(TELLABLE);
        assertEquals(Reason.ACT, file.reason("A", TELLABLE.plusDays(1)));
    }

    @Test
    void aBrokenOneGetsAMessageOfItsOwnThatLeavesTheLadderWhereItStood() {
        DebtorPlan plan = file.plan(TELLABLE.plusDays(1));
        assertEquals(State.BROKEN, plan.decidedCommitments().get(0).state());
        PlannedMessage message = plan.messages().get(0);
        assertEquals("broken-promise", message.template());
        assertEquals("broken-promise:p1", message.items().get(0).step());
        assertEquals(Optional.of("firm"), message.announcedTemplate());
        file.take(plan, TELLABLE.plusDays(1), Outcome.SENT);
        Answer next = file.answer("A", TELLABLE.plusDays(2));
        assertEquals(Optional.of("firm"), next.step());
        assertEquals(Reason.STEP_GAP, next.reason());
        assertEquals(Optional.of(TELLABLE.plusDays(13)), next.nextDate(), "twelve days after the message");
    }

    @Test
    void itIsToldOnce() {
        file.play(TELLABLE.plusDays(1));
        Map<String, LocalDate> sent = file.playAll(TELLABLE.plusDays(2), 90);
        assertEquals(
                List.of("A firm", "A call", "A last", "A formal-notice", "A handover"), List.copyOf(sent.keySet()));
    }

    @Test
    void whoPaidBeforeBeingToldIsNotTold() {
        LocalDate friday = TELLABLE.plusDays(3);
        DebtorPlan found = file.plan(friday);
        file.commitments.set(0, found.decidedCommitments().get(0));
        file.with(invoice("A", DUE, euros("65.00")).original(euros("365.00")));
        file.commitments.set(0, withPromised("300.00"));
        assertEquals(Optional.of("firm"), file.answer("A", friday).step());
        file.commitments.set(0, withPromised("365.00"));
        assertEquals(Optional.of("broken-promise:p1"), file.answer("A", friday).step());
    }

    private Commitment withPromised(String amount) {
        Commitment broken = file.commitments.get(0);
        return new Commitment(
                "p1",
                Kind.PROMISE,
                State.BROKEN,
                broken.madeOn(),
                broken.items(),
                broken.openWhenMade(),
                List.of(instalment(PROMISED, amount)));
    }

    @Test
    void itGoesAloneBeforeAnythingElse() {
        file.with("B", 10);
        DebtorPlan plan = file.plan(TELLABLE.plusDays(1));
        assertEquals(1, plan.messages().size());
        assertEquals(1, plan.messages().get(0).items().size());
        assertEquals(Reason.NEXT_TURN, file.reason("B", TELLABLE.plusDays(1)));
    }

    @Test
    void itIsKeptWhenTheMoneyIsThere() {
        file.items.clear();
        file.lives.put(key("A"), new ItemLife(key("A"), 1, Optional.of(PROMISED)));
        file.with(invoice("B", DUE, euros("15.00"))
                .original(euros("50.00"))
                .allocations(List.of(new Allocation(PROMISED, euros("35.00")))));
        assertEquals(State.KEPT, file.plan(PROMISED).decidedCommitments().get(0).state());
    }

    @Test
    void aPartIsNotEnough() {
        file.with(invoice("A", DUE, euros("100.00")).original(euros("365.00")));
        assertEquals(
                State.BROKEN,
                file.plan(TELLABLE.plusDays(1)).decidedCommitments().get(0).state());
    }

    @Test
    void anAbsentItemIsNeverCountedAsPaid() {
        file.items.clear();
        file.with("B", 0);
        file.commitments.set(0, covering("p1", Set.of(key("A"), key("B")), "730.00"));
        DebtorPlan plan = file.plan(TELLABLE.plusDays(1));
        assertEquals(List.of(), plan.decidedCommitments());
        Answer answer = file.answer("B", TELLABLE.plusDays(1));
        assertEquals(Reason.COMMITMENT_UNDECIDED, answer.reason());
        assertEquals(Optional.of("absent"), answer.detail());
    }

    private Commitment covering(String id, Set<ItemKey> items, String amount) {
        return new Commitment(
                id, Kind.PROMISE, State.LIVE, DUE, items, euros(amount), List.of(instalment(PROMISED, amount)));
    }

    @Test
    void oneOverEverythingCoversWhatWasThereThen() {
        file.commitments.set(0, covering("p1", Set.of(), "365.00"));
        file.with(invoice("B", DUE.plusDays(40), euros("50.00")));
        assertEquals(Reason.PROMISE_RUNNING, file.reason("A", PROMISED));
        assertEquals(Reason.NOT_YET, file.reason("B", PROMISED), "issued after the promise");
        file.items.remove(key("A"));
        assertEquals(List.of(), file.plan(TELLABLE.plusDays(1)).decidedCommitments(), "A was reminded and is absent");
    }

    @Test
    void unallocatedMoneyThatWouldKeepItLeavesItUndecided() {
        file.withCredit("P", PROMISED, "365.00");
        assertEquals(
                Optional.of("credit"), file.answer("A", TELLABLE.plusDays(1)).detail());
        assertEquals(List.of(), file.plan(TELLABLE.plusDays(1)).messages());
    }

    @Test
    void aPlanIsBrokenByItsFirstMissedInstalmentAndRunsWhilePaid() {
        promise(Kind.PLAN, instalment(PROMISED, "100.00"), instalment(PROMISED.plusMonths(1), "265.00"));
        assertEquals(
                State.BROKEN,
                file.plan(TELLABLE.plusDays(1)).decidedCommitments().get(0).state());
        file.with(invoice("A", DUE, euros("265.00")).original(euros("365.00")));
        Answer running = file.answer("A", TELLABLE.plusDays(1));
        assertEquals(Reason.PLAN_RUNNING, running.reason());
        assertEquals(Optional.of(PROMISED.plusMonths(1)), running.date());
    }

    @Test
    void aBrokenPlanDoesNotRunAgainBecauseItsMissedInstalmentCameLate() {
        promise(Kind.PLAN, instalment(PROMISED, "100.00"), instalment(PROMISED.plusMonths(1), "265.00"));
        file.play(TELLABLE.plusDays(1));
        assertEquals(State.BROKEN, file.commitments.get(0).state());
        file.with(invoice("A", DUE, euros("265.00")).original(euros("365.00")));
        assertEquals(Optional.of("firm"), file.answer("A", TELLABLE.plusDays(2)).step());
        assertEquals(Reason.STEP_GAP, file.reason("A", TELLABLE.plusDays(2)));
    }

    @Test
    void whatAPaidSettlementReleasesIsNotRemindedAgain() {
        promise(Kind.SETTLEMENT, instalment(PROMISED, "300.00"));
        file.with(invoice("A", DUE, euros("65.00")).original(euros("365.00")));
        DebtorPlan found = file.plan(TELLABLE.plusDays(1));
        assertEquals(State.KEPT, found.decidedCommitments().get(0).state());
        assertEquals(Reason.RELEASED, file.reason("A", TELLABLE.plusDays(1)));
        Goodwill release = (Goodwill) found.found().get(0);
        assertEquals(Goodwill.Kind.RELEASE, release.kind());
        assertEquals(Optional.of(euros("65.00")), release.amount());
        file.take(found, TELLABLE.plusDays(1), Outcome.SENT);
        Answer later = file.answer("A", DUE.plusDays(200));
        assertEquals(Reason.RELEASED, later.reason());
        assertEquals(Optional.of("p1-1"), later.detail());
        assertEquals(List.of(), file.plan(DUE.plusDays(200)).found());
    }

    @Test
    void moneyTakenBackFromAKeptSettlementReturnsTheWholeClaim() {
        keptSettlement();
        LocalDate back = DUE.plusDays(36);
        file.with(invoice("A", DUE, euros("365.00")));
        DebtorPlan plan = file.plan(back);
        assertEquals(State.BROKEN, plan.decidedCommitments().get(0).state());
        Goodwill fallen = (Goodwill) plan.found().get(0);
        assertEquals("p1-1", fallen.id());
        assertEquals(Goodwill.State.CANCELLED, fallen.state());
        assertEquals(euros("365.00"), plan.messages().get(0).principal());
        assertEquals(euros("365.00"), file.explain("A", back, Locale.FRENCH).claimed());
        file.take(plan, back, Outcome.SENT);
        assertEquals(List.of(), file.plan(back.plusDays(1)).found(), "told and recorded once");
        assertEquals(Reason.STEP_GAP, file.reason("A", back.plusDays(1)));
    }

    @Test
    void moneyTakenBackWhileTheSettlementCanStillBePaidLetsItRunAgain() {
        promise(Kind.SETTLEMENT, instalment(PROMISED, "300.00"));
        file.with(invoice("A", DUE, euros("65.00")).original(euros("365.00")));
        LocalDate early = PROMISED.minusDays(2);
        file.play(early);
        file.with(invoice("A", DUE, euros("365.00")));
        DebtorPlan plan = file.plan(early.plusDays(1));
        assertEquals(State.LIVE, plan.decidedCommitments().get(0).state());
        assertEquals(Goodwill.State.CANCELLED, ((Goodwill) plan.found().get(0)).state());
        assertEquals(Reason.SETTLEMENT_RUNNING, file.reason("A", early.plusDays(1)));
        file.take(plan, early.plusDays(1), Outcome.SENT);
        paidOn(PROMISED);
        assertEquals(Reason.RELEASED, file.reason("A", PROMISED), "paid again in time");
    }

    @Test
    void anotherDiscountOutlivesTheReleaseThatFalls() {
        keptSettlement();
        file.goodwill.add(new Goodwill(
                "g",
                Goodwill.Kind.DISCOUNT,
                Goodwill.State.GRANTED,
                Optional.of(key("A")),
                Optional.of(euros("5.00")),
                "",
                "",
                DUE,
                Optional.empty(),
                Optional.empty()));
        file.with(invoice("A", DUE, euros("365.00")));
        assertEquals(
                euros("360.00"), file.plan(DUE.plusDays(36)).messages().get(0).principal());
    }

    private void keptSettlement() {
        promise(Kind.SETTLEMENT, instalment(PROMISED, "300.00"));
        file.with(invoice("A", DUE, euros("65.00")).original(euros("365.00")));
        file.play(TELLABLE.plusDays(1));
    }

    @Test
    void aSettlementPaidLateReleasesNothingWhenTheRunLooksOnlyAfterwards() {
        promise(Kind.SETTLEMENT, instalment(PROMISED, "300.00"));
        paidOn(TELLABLE.plusDays(1));
        DebtorPlan late = file.plan(TELLABLE.plusDays(8));
        assertEquals(State.BROKEN, late.decidedCommitments().get(0).state());
        assertEquals(List.of(), late.found());
        assertEquals(euros("65.00"), late.messages().get(0).principal(), "all that is left is claimed");
        paidOn(TELLABLE);
        assertEquals(
                State.KEPT,
                file.plan(TELLABLE.plusDays(8)).decidedCommitments().get(0).state(),
                "on its way on the last day");
    }

    @Test
    void aSettlementOverSeveralInvoicesIsNotKeptByOneOfThemPaidLate() {
        file.with(invoice("B", DUE, euros("50.00")));
        file.commitments.clear();
        file.promise(
                "p1",
                Kind.SETTLEMENT,
                PROMISED.minusDays(10),
                Set.of(key("A"), key("B")),
                instalment(PROMISED, "400.00"));
        file.items.remove(key("A"));
        file.lives.put(key("A"), new ItemLife(key("A"), 1, Optional.of(TELLABLE.plusDays(4))));
        DebtorPlan late = file.plan(TELLABLE.plusDays(8));
        assertEquals(State.BROKEN, late.decidedCommitments().get(0).state());
        assertEquals(List.of(), late.found(), "nothing is released");
        file.lives.put(key("A"), new ItemLife(key("A"), 1, Optional.of(PROMISED)));
        file.with(invoice("B", DUE, euros("15.00"))
                .original(euros("50.00"))
                .allocations(List.of(new Allocation(PROMISED, euros("35.00")))));
        assertEquals(
                State.KEPT,
                file.plan(TELLABLE.plusDays(8)).decidedCommitments().get(0).state(),
                "what was paid of A by the date counts");
    }

    private void paidOn(LocalDate day) {
        file.with(invoice("A", DUE, euros("65.00"))
                .original(euros("365.00"))
                .allocations(List.of(new Allocation(day, euros("300.00")))));
    }

    @Test
    void aSettlementDoesNotReleaseWhatIsContested() {
        promise(Kind.SETTLEMENT, instalment(PROMISED, "200.00"));
        file.with(invoice("A", DUE, euros("165.00")).original(euros("365.00")).disputed(euros("100.00")));
        Goodwill release = (Goodwill) file.plan(PROMISED).found().get(0);
        assertEquals(Optional.of(euros("65.00")), release.amount());
    }

    @Test
    void aNewPromiseStopsTheMessageAboutTheBrokenOne() {
        file.take(file.plan(TELLABLE.plusDays(1)), TELLABLE.plusDays(1), Outcome.SENT);
        file.promise(
                "p2",
                Kind.PROMISE,
                TELLABLE.plusDays(1),
                Set.of(key("A")),
                instalment(TELLABLE.plusDays(20), "365.00"));
        assertEquals(Reason.PROMISE_RUNNING, file.reason("A", TELLABLE.plusDays(10)));
    }
}
