package org.quittance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quittance.engine.Case.DUE;
import static org.quittance.engine.Case.euros;
import static org.quittance.engine.Case.invoice;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.api.ledger.StepRecord.Outcome;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.PlannedMessage;
import org.quittance.service.decision.Reason;
import org.quittance.service.policy.PolicyStep;

/** The first run over an old ledger starts softly; steps sent elsewhere can be imported. */
class Rule08SoftFirstContactTest {

    @Test
    void theFirstMessageOverAnOldLedgerIsTheFirstReminder() {
        Case file = new Case();
        for (int invoice = 0; invoice < 20; invoice++) {
            file.with(invoice("F" + invoice, DUE.minusDays(40L * invoice), euros("6000.00")));
        }
        List<PlannedMessage> messages = file.plan(DUE.plusDays(3)).messages();
        assertEquals(1, messages.size());
        assertEquals("courteous", messages.get(0).step().id());
        assertEquals(20, messages.get(0).items().size());
    }

    @Test
    void stepsSentElsewhereCountAsTaken() {
        Case file = new Case().with("A", 0).record("A", "firm", Outcome.SENT_ELSEWHERE, DUE.plusDays(100));
        Answer answer = file.answer("A", DUE.plusDays(104));
        assertEquals(Optional.of("call"), answer.step());
        assertEquals(Reason.STEP_GAP, answer.reason());
    }

    @Test
    void aFormalNoticeNeedsItsRemindersReallySent() {
        Case file = new Case().with("A", 0).record("A", "last", Outcome.SENT_ELSEWHERE, DUE.plusDays(100));
        Answer answer = file.answer("A", DUE.plusDays(120));
        assertEquals(Reason.REMINDERS_MISSING, answer.reason());
        assertEquals(Optional.of("1/2"), answer.detail());
        file.record("A", "firm", Outcome.SENT_ELSEWHERE, DUE.plusDays(80));
        assertEquals(Reason.ACT, file.reason("A", DUE.plusDays(120)));
    }

    @Test
    void aNoteBeforeTheDueDateIsNoReminder() {
        Case file = new Case().with(invoice("A", DUE, euros("6000.00")));
        file.sent("A", "courtesy-note", DUE.minusDays(5)).sent("A", "last", DUE.plusDays(30));
        assertEquals(Optional.of("1/2"), file.answer("A", DUE.plusDays(63)).detail());
    }

    @Test
    void evenAPolicyThatSaysSoDoesNotBeginWithAFormalNotice() {
        Case file = new Case().with("A", 0);
        PolicyStep notice = file.policy.step("formal-notice").orElseThrow();
        file.policy = file.policyWith(new PolicyStep(
                notice.id(),
                notice.kind(),
                notice.thresholdDays(),
                notice.gapDays(),
                notice.template(),
                notice.media(),
                notice.charges(),
                notice.lateFee(),
                notice.minimumOpen(),
                false,
                0,
                notice.evidence(),
                notice.deadlineDays(),
                0));
        assertEquals(Reason.REMINDERS_MISSING, file.reason("A", DUE.plusDays(100)));
    }
}
