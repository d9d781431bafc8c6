package org.quittance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quittance.engine.Case.DUE;
import static org.quittance.engine.Case.USD;
import static org.quittance.engine.Case.euros;
import static org.quittance.engine.Case.invoice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.api.ledger.StepRecord.Outcome;
import org.quittance.api.model.Money;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.DebtorPlan;
import org.quittance.service.decision.PlannedItem;
import org.quittance.service.decision.PlannedMessage;
import org.quittance.service.decision.Reason;

/** At most one message per debtor and currency within the gap, at the highest step; others credited with their own. */
class Rule03OneMessagePerDebtorTest {

    private static final LocalDate TODAY = DUE.plusDays(30);

    private static List<String> steps(PlannedMessage message) {
        return message.items().stream()
                .map(item -> item.item().number() + " " + item.step())
                .toList();
    }

    @Test
    void lowerItemsAreListedAtTheHighestStepAndKeepTheirOwn() {
        Case file = new Case().with("A", 15).with("B", 20);
        file.sent("A", "courteous", DUE.plusDays(18));
        DebtorPlan plan = file.plan(TODAY);
        assertEquals(1, plan.messages().size());
        assertEquals("firm", plan.messages().get(0).step().id());
        assertEquals(List.of("A firm", "B courteous"), steps(plan.messages().get(0)));
        assertEquals(Reason.ACT, file.reason("A", TODAY));
        Answer listed = file.answer("B", TODAY);
        assertEquals(Reason.ACT_LISTED, listed.reason());
        assertEquals(Optional.of("courteous"), listed.step());
        assertEquals(Optional.of("firm"), listed.detail());
    }

    @Test
    void nothingGoesWithinTheDebtorsGap() {
        Case file = new Case().with("A", 0).with("B", 23);
        file.sent("A", "courteous", DUE.plusDays(24));
        Answer answer = file.answer("B", DUE.plusDays(28));
        assertEquals(Reason.DEBTOR_GAP, answer.reason());
        assertEquals(Optional.of(DUE.plusDays(24)), answer.date());
        assertEquals(Optional.of(DUE.plusDays(31)), answer.nextDate());
        assertEquals(Reason.ACT, file.reason("B", DUE.plusDays(31)));
    }

    @Test
    void theGapCountsMessagesAboutItemsThatAreGone() {
        Case file = new Case().with("B", 23).sent("PAID", "courteous", DUE.plusDays(24));
        assertEquals(Reason.DEBTOR_GAP, file.reason("B", DUE.plusDays(28)));
    }

    @Test
    void aMessageThatMayHaveLeftKeepsTheGapToo() {
        Case file = new Case().with("A", 0).with("B", 23).record("A", "courteous", Outcome.UNKNOWN, DUE.plusDays(24));
        assertEquals(Reason.DEBTOR_GAP, file.reason("B", DUE.plusDays(28)));
        assertEquals(Reason.ACT, file.reason("B", DUE.plusDays(31)));
    }

    @Test
    void nothingOvertakesAMessageOnItsWay() {
        Case file = new Case().with("A", 0).with("B", 20).record("A", "courteous", Outcome.LIVE, DUE.plusDays(4));
        assertEquals(Reason.MESSAGE_LIVE, file.reason("A", TODAY));
        assertEquals(Reason.NEXT_TURN, file.reason("B", TODAY));
    }

    @Test
    void aFormalNoticeGoesAloneAndTheOthersKeepTheirTurn() {
        Case file = new Case().with("A", -20).with("B", 20).with("C", -22);
        for (String number : List.of("A", "C")) {
            file.sent(number, "courteous", DUE.minusDays(15))
                    .sent(number, "firm", DUE.minusDays(3))
                    .sent(number, "last", DUE.plusDays(12));
        }
        DebtorPlan plan = file.plan(TODAY);
        assertEquals(1, plan.messages().size());
        assertEquals(
                List.of("C formal-notice", "A formal-notice"),
                steps(plan.messages().get(0)));
        Answer waiting = file.answer("B", TODAY);
        assertEquals(Reason.NEXT_TURN, waiting.reason());
        assertEquals(Optional.of("courteous"), waiting.step());
        file.play(TODAY);
        assertEquals(Reason.ACT, file.reason("B", waiting.nextDate().orElseThrow()));
    }

    @Test
    void currenciesAreNeverMixedNorDoTheyWaitForEachOther() {
        Case file = new Case()
                .with("A", 0)
                .with(invoice("B", DUE, Money.parse("365.00", "USD")))
                .withCredit("P", DUE, "100.00");
        DebtorPlan plan = file.plan(DUE.plusDays(3));
        assertEquals(2, plan.messages().size());
        assertEquals(euros("265.00"), plan.messages().get(0).principal());
        assertEquals(Money.ofMinor(36500, USD), plan.messages().get(1).principal());
        assertEquals(List.of(), plan.messages().get(1).credits());
    }

    @Test
    void whatIsNotDueIsNeverListedAmongWhatIsLate() {
        Case file = new Case().with("A", 0).with(invoice("B", DUE.plusDays(8), euros("6000.00")));
        DebtorPlan plan = file.plan(DUE.plusDays(3));
        assertEquals(1, plan.messages().size());
        assertEquals(List.of("A courteous"), steps(plan.messages().get(0)));
        assertEquals(Reason.NEXT_TURN, file.reason("B", DUE.plusDays(3)));
    }

    @Test
    void aCallNeitherWaitsForTheGapNorStartsIt() {
        Case file = new Case().with("A", 0).with("B", 20);
        file.sent("A", "courteous", DUE.plusDays(3)).sent("A", "firm", DUE.plusDays(15));
        LocalDate day = DUE.plusDays(23);
        DebtorPlan both = file.plan(day);
        assertEquals(
                List.of("courteous", "call"),
                both.messages().stream().map(message -> message.step().id()).toList());
        file.sent("A", "call", DUE.plusDays(22));
        assertEquals(Reason.ACT, file.reason("B", day));
    }

    @Test
    void noSecondCallTaskArisesWhileOneIsOpen() {
        Case file = new Case().with("A", 0).with("B", 2);
        for (String number : List.of("A", "B")) {
            file.sent(number, "courteous", DUE.plusDays(5)).sent(number, "firm", DUE.plusDays(17));
        }
        file.record("A", "call", Outcome.LIVE, DUE.plusDays(24));
        assertEquals(Reason.TASK_OPEN, file.reason("A", DUE.plusDays(25)));
        assertEquals(Reason.NEXT_TURN, file.reason("B", DUE.plusDays(25)));
    }

    @Test
    void itemsAreInOrderOfDueDateWhateverTheLedgersOrder() {
        Case file = new Case().with("C", -3).with("A", -1).with("B", -2);
        assertEquals(
                List.of("C courteous", "B courteous", "A courteous"),
                steps(file.plan(DUE.plusDays(3)).messages().get(0)));
        List<PlannedItem> items = file.plan(DUE.plusDays(3)).messages().get(0).items();
        assertEquals("C", items.get(0).item().number());
    }
}
