package org.quittance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quittance.engine.Case.DUE;
import static org.quittance.engine.Case.euros;
import static org.quittance.engine.Case.invoice;
import static org.quittance.engine.Case.key;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.ItemLife;
import org.quittance.api.ledger.StepRecord.Outcome;
import org.quittance.api.model.Medium;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.DebtorPlan;
import org.quittance.service.decision.PlannedMessage;
import org.quittance.service.decision.Reason;

/** Old enough for step n, and may step n go next, are two questions. */
class Rule01OneStepAtATimeTest {

    @Test
    void everyStepGoesOnItsThresholdWhenNothingDelaysIt() {
        Map<String, LocalDate> sent = new Case().with("A", 0).playAll(DUE, 120);
        assertEquals(
                Map.of(
                        "A courteous", DUE.plusDays(3),
                        "A firm", DUE.plusDays(15),
                        "A call", DUE.plusDays(22),
                        "A last", DUE.plusDays(30),
                        // day 40 is a Saturday
                        "A formal-notice", DUE.plusDays(42),
                        "A handover", DUE.plusDays(63)),
                sent);
    }

    @Test
    void aLateStartClimbsOneStepAtATimeAndSkipsNone() {
        LocalDate start = DUE.plusDays(200);
        Map<String, LocalDate> sent = new Case().with("A", 0).playAll(start, 120);
        assertEquals(
                List.of("A courteous", "A firm", "A call", "A last", "A formal-notice", "A handover"),
                List.copyOf(sent.keySet()));
        assertEquals(start, sent.get("A courteous"));
        assertEquals(start.plusDays(12), sent.get("A firm"), "not all on one day");
    }

    @Test
    void aLateSendNeverRushesTheNextStep() {
        Case file = new Case().with("A", 0).sent("A", "courteous", DUE.plusDays(14));
        Answer answer = file.answer("A", DUE.plusDays(15));
        assertEquals(Reason.STEP_GAP, answer.reason());
        assertEquals(Optional.of(DUE.plusDays(14)), answer.date());
        assertEquals(Optional.of(DUE.plusDays(28)), answer.nextDate(), "twelve days later is a Saturday");
        assertEquals(Reason.STEP_GAP, file.reason("A", DUE.plusDays(25)));
        assertEquals(Reason.ACT, file.reason("A", DUE.plusDays(28)));
    }

    @Test
    void notOldEnoughIsAnotherReasonThanSentTooRecently() {
        Case file = new Case().with("A", 0);
        Answer answer = file.answer("A", DUE.plusDays(2));
        assertEquals(Reason.NOT_YET, answer.reason());
        assertEquals(Optional.of("courteous"), answer.step());
        assertEquals(Optional.of(DUE.plusDays(3)), answer.nextDate());
        assertEquals(Reason.ACT, file.reason("A", DUE.plusDays(3)));
    }

    @Test
    void aPreDueNoteForLargeAmountsPassesOnceTheItemIsDue() {
        Case file = new Case().with(invoice("A", DUE, euros("6000.00")));
        assertEquals(Reason.NOT_YET, file.reason("A", DUE.minusDays(6)));
        assertEquals(
                Optional.of("courtesy-note"), file.answer("A", DUE.minusDays(5)).step());
        assertEquals(Reason.ACT, file.reason("A", DUE.minusDays(5)));
        assertEquals(Optional.of("courtesy-note"), file.answer("A", DUE).step());
        assertEquals(Optional.of("courteous"), file.answer("A", DUE.plusDays(1)).step());
    }

    @Test
    void aConditionThatDoesNotHoldLetsTheStepPass() {
        Case small = new Case().with("A", 0);
        assertEquals(
                Optional.of("courteous"), small.answer("A", DUE.minusDays(5)).step());
        Case answered =
                new Case().with("A", 0).sent("A", "courteous", DUE.plusDays(3)).sent("A", "firm", DUE.plusDays(15));
        assertEquals(Optional.of("call"), answered.answer("A", DUE.plusDays(22)).step());
        answered.disputes.add(new Dispute(
                "d",
                key("A"),
                Optional.of(euros("65.00")),
                "prix",
                DUE.plusDays(17),
                Optional.empty(),
                Optional.empty()));
        assertEquals(Optional.of("last"), answered.answer("A", DUE.plusDays(22)).step());
        assertEquals(Reason.ACT, answered.reason("A", DUE.plusDays(30)));
    }

    @Test
    void anAnswerBeforeTheStepBeforeDoesNotCount() {
        Case file =
                new Case().with("A", 0).sent("A", "courteous", DUE.plusDays(3)).sent("A", "firm", DUE.plusDays(15));
        file.disputes.add(new Dispute(
                "d",
                key("A"),
                Optional.of(euros("65.00")),
                "prix",
                DUE.plusDays(10),
                Optional.empty(),
                Optional.empty()));
        assertEquals(Optional.of("call"), file.answer("A", DUE.plusDays(22)).step());
    }

    @Test
    void aCallNobodyMadeExpiresAndTheLadderGoesOn() {
        Case file =
                new Case().with("A", 0).sent("A", "courteous", DUE.plusDays(3)).sent("A", "firm", DUE.plusDays(15));
        LocalDate call = DUE.plusDays(22);
        DebtorPlan plan = file.plan(call);
        PlannedMessage task = plan.messages().get(0);
        assertEquals(Optional.of(call.plusDays(6)), task.expiresOn(), "five days later is a Sunday");
        file.take(plan, call, Outcome.LIVE);
        assertEquals(Reason.TASK_OPEN, file.reason("A", call.plusDays(6)));
        LocalDate after = call.plusDays(8);
        DebtorPlan later = file.plan(after);
        assertEquals(1, later.expiredTasks().size());
        assertEquals(Reason.ACT, later.answers().get(0).reason());
        assertEquals(Optional.of("last"), later.answers().get(0).step());
        file.take(later, after, Outcome.LIVE);
        assertTrue(file.plan(after).expiredTasks().isEmpty());
        assertEquals(Reason.MESSAGE_LIVE, file.reason("A", after));
    }

    @Test
    void whoRefusesCallsIsNotCalledAndStillClimbs() {
        Case file =
                new Case().with("A", 0).sent("A", "courteous", DUE.plusDays(3)).sent("A", "firm", DUE.plusDays(15));
        file.debtor = Case.business().optOuts(Set.of(Medium.CALL)).build();
        assertEquals(Optional.of("last"), file.answer("A", DUE.plusDays(22)).step());
    }

    @Test
    void aDoneCallMovesTheLastReminderByItsOwnGap() {
        Case file = new Case()
                .with("A", 0)
                .sent("A", "courteous", DUE.plusDays(3))
                .sent("A", "firm", DUE.plusDays(15))
                .sent("A", "call", DUE.plusDays(25));
        assertEquals(
                Optional.of(DUE.plusDays(35)),
                file.answer("A", DUE.plusDays(30)).nextDate(),
                "33 is a Saturday");
        assertFalse(file.reason("A", DUE.plusDays(32)).acts());
    }

    @Test
    void aReopenedItemBeginsAgain() {
        Case file =
                new Case().with("A", 0).sent("A", "courteous", DUE.plusDays(3)).sent("A", "firm", DUE.plusDays(15));
        file.lives.put(key("A"), new ItemLife(key("A"), 2, Optional.empty()));
        assertEquals(
                Optional.of("courteous"), file.answer("A", DUE.plusDays(60)).step());
        assertEquals(
                2, file.plan(DUE.plusDays(60)).messages().get(0).items().get(0).cycle());
    }
}
