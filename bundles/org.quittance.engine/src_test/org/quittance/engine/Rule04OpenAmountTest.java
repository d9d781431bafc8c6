package org.quittance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quittance.engine.Case.DUE;
import static org.quittance.engine.Case.euros;
import static org.quittance.engine.Case.invoice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.api.model.ItemKind;
import org.quittance.api.model.OpenItem;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.PlannedMessage;
import org.quittance.service.decision.Reason;

/** What is open today counts; unallocated money is shown and netted; below the minimum nothing goes out. */
class Rule04OpenAmountTest {

    private static final LocalDate TODAY = DUE.plusDays(3);

    @Test
    void onlyWhatIsStillOpenIsClaimed() {
        Case file = new Case().with(invoice("A", DUE, euros("120.00")).original(euros("500.00")));
        assertEquals(euros("120.00"), file.plan(TODAY).messages().get(0).principal());
    }

    @Test
    void creditsAreShownAndNetted() {
        Case file = new Case().with("A", 0).withCredit("P", DUE, "65.00");
        PlannedMessage message = file.plan(TODAY).messages().get(0);
        assertEquals(euros("300.00"), message.principal());
        assertEquals(euros("365.00"), message.items().get(0).claimed());
        assertEquals(
                List.of("P"), message.credits().stream().map(OpenItem::number).toList());
        assertEquals(Reason.CREDIT, file.reason("P", TODAY));
    }

    @Test
    void theOldestItemIsCoveredFirstAndWhatIsLeftOfTheCreditIsShown() {
        Case file = new Case().with("B", -1).with("A", -2).withCredit("P", DUE, "400.00");
        Answer covered = file.answer("A", TODAY);
        assertEquals(Reason.COVERED_BY_CREDIT, covered.reason());
        assertEquals(Optional.of("P"), covered.detail());
        PlannedMessage message = file.plan(TODAY).messages().get(0);
        assertEquals(1, message.items().size());
        assertEquals(euros("330.00"), message.principal());
        assertEquals(euros("-35.00"), message.credits().get(0).open());
        assertEquals(euros("-400.00"), message.credits().get(0).original().min(euros("-400.00")));
        assertEquals("c", message.credits().get(0).token().token());
    }

    @Test
    void aDebtorWhoseCreditsCoverEverythingGetsNothing() {
        Case file = new Case().with("A", 0).withCredit("P", DUE, "200.00").withCredit("Q", DUE, "200.00");
        assertEquals(List.of(), file.plan(TODAY).messages());
        assertEquals(Reason.COVERED_BY_CREDIT, file.reason("A", TODAY));
        assertEquals(Optional.of("P, Q"), file.answer("A", TODAY).detail());
    }

    @Test
    void aCreditNoteNetsLikeMoney() {
        Case file = new Case()
                .with("A", 0)
                .with(OpenItem.of(Case.key("AV"), Case.DEBTOR)
                        .number("AV")
                        .kind(ItemKind.CREDIT_NOTE)
                        .issued(DUE)
                        .due(DUE)
                        .open(euros("-65.00"))
                        .token("c"));
        assertEquals(euros("300.00"), file.plan(TODAY).messages().get(0).principal());
    }

    @Test
    void theSumsOfAMessageAreThoseOfItsLines() {
        Case file = new Case()
                .with("A", -1)
                .with("B", 0)
                .withCredit("P", DUE, "10.00")
                .withCredit("Q", DUE, "20.00");
        PlannedMessage message = file.plan(TODAY).messages().get(0);
        assertEquals(euros("700.00"), message.principal());
        assertEquals(2, message.credits().size());
    }

    @Test
    void belowTheMinimumNothingGoesOut() {
        Case file = new Case().with(invoice("A", DUE, euros("9.99")));
        Answer answer = file.answer("A", TODAY);
        assertEquals(Reason.BELOW_MINIMUM, answer.reason());
        assertEquals(Optional.of(euros("10.00")), answer.amount());
        assertEquals(List.of(), file.plan(TODAY).messages());
        file.with(invoice("B", DUE, euros("0.01")));
        assertEquals(Reason.ACT, file.reason("A", TODAY), "together they reach it");
    }

    @Test
    void theMinimumLooksAtWhatIsLeftAfterCredits() {
        Case file = new Case().with("A", 0).withCredit("P", DUE, "360.00");
        assertEquals(Reason.BELOW_MINIMUM, file.reason("A", TODAY));
    }

    @Test
    void whatIsTooLittleForAFormalNoticeDoesNotKeepTheOthersWaiting() {
        Case file =
                new Case().with(invoice("A", DUE.minusDays(60), euros("5.00"))).with("B", 0);
        file.sent("A", "courteous", DUE.minusDays(57))
                .sent("A", "firm", DUE.minusDays(45))
                .sent("A", "last", DUE.minusDays(30));
        assertEquals(Reason.BELOW_MINIMUM, file.reason("A", TODAY));
        assertEquals(Reason.ACT, file.reason("B", TODAY));
    }
}
