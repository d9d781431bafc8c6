package org.quittance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quittance.engine.Case.DUE;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.api.ledger.StepRecord.Outcome;
import org.quittance.service.decision.DebtorPlan;
import org.quittance.service.decision.Reason;

/** A missed run day is caught up; running twice on a day changes nothing. */
class Rule02MissedDaysAndRepeatsTest {

    @Test
    void aMissedDayIsCaughtUpOnTheNextRun() {
        Case file = new Case().with("A", 0);
        assertEquals(Reason.ACT, file.reason("A", DUE.plusDays(3)));
        assertEquals(Reason.ACT, file.reason("A", DUE.plusDays(9)));
        assertEquals("courteous", file.answer("A", DUE.plusDays(9)).step().orElseThrow());
    }

    @Test
    void aSecondRunAfterPreparingPlansNothingMore() {
        Case file = new Case().with("A", 0).with("B", -40).with("C", -5);
        LocalDate today = DUE.plusDays(3);
        file.take(file.plan(today), today, Outcome.LIVE);
        DebtorPlan again = file.plan(today);
        assertEquals(List.of(), again.messages());
        assertTrue(again.answers().stream().noneMatch(answer -> answer.reason().acts()));
    }

    @Test
    void aSecondRunAfterSendingPlansNothingMore() {
        Case file = new Case().with("A", 0).with("B", -40).with("C", -5);
        LocalDate today = DUE.plusDays(3);
        file.play(today);
        assertEquals(List.of(), file.plan(today).messages());
    }

    @Test
    void aWaitingItemDoesNotSlipOutInASecondRunOfTheDay() {
        Case file = new Case().with("A", -60).with("B", 0);
        file.sent("A", "courteous", DUE.minusDays(57))
                .sent("A", "firm", DUE.minusDays(45))
                .sent("A", "last", DUE.minusDays(30));
        LocalDate today = DUE.plusDays(3);
        assertEquals(Reason.ACT, file.reason("A", today));
        assertEquals(Reason.NEXT_TURN, file.reason("B", today));
        file.play(today);
        assertEquals(Reason.DEBTOR_GAP, file.reason("B", today));
    }

    @Test
    void theSameArgumentsGiveTheSamePlan() {
        Case file = new Case().with("A", 0).with("B", -40).withCredit("P", DUE, "20.00");
        LocalDate today = DUE.plusDays(30);
        assertEquals(file.plan(today), file.plan(today));
    }
}
