package org.quittance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quittance.engine.Case.DUE;
import static org.quittance.engine.Case.euros;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.ledger.StepRecord.Outcome;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.Medium;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.Law;
import org.quittance.service.decision.PlannedMessage;
import org.quittance.service.decision.Reason;

/** What must hold besides the twelve rules: steps keep their ids, charges need a title, a public body is not taken to court. */
class LawAndPolicyChangeTest {

    private static final LocalDate LAST = DUE.plusDays(30);

    private static Case atLast() {
        return new Case()
                .with("A", 0)
                .sent("A", "courteous", DUE.plusDays(3))
                .sent("A", "firm", DUE.plusDays(15))
                .sent("A", "call", DUE.plusDays(22));
    }

    private static Case atHandover() {
        return atLast().sent("A", "last", LAST).sent("A", "formal-notice", DUE.plusDays(42));
    }

    @Test
    void anotherPolicyMapsByStepId() {
        Case file = new Case().with("A", 0).sent("A", "courteous", DUE.plusDays(7));
        file.policy = Case.shipped("gentle");
        assertEquals(Optional.of("call"), file.answer("A", DUE.plusDays(10)).step());
    }

    @Test
    void whatCannotBeMappedGoesToAPerson() {
        Case file = new Case().with("A", 0).with("B", 0).sent("A", "warning", DUE.plusDays(5));
        Answer answer = file.answer("A", DUE.plusDays(21));
        assertEquals(Reason.POLICY_UNMAPPED, answer.reason());
        assertEquals(Optional.of("warning"), answer.detail());
        assertEquals(Reason.ACT, file.reason("B", DUE.plusDays(21)));
    }

    @Test
    void aDebtorOfUnknownKindGetsNoCharges() {
        Case file = atLast();
        file.debtor = Case.business().kind(DebtorKind.UNKNOWN).build();
        assertEquals(euros("365.00"), file.plan(LAST).messages().get(0).total());
    }

    @Test
    void aChargeWithoutTitleIsNotClaimed() {
        Case file = new Case().with("A", 0).sent("A", "warning", DUE.plusDays(5));
        file.policy = Case.shipped("service");
        assertEquals(
                euros("10.00"), file.plan(DUE.plusDays(10)).messages().get(0).fees());
        file.debtor = Case.business().kind(DebtorKind.CONSUMER).build();
        PlannedMessage message = file.plan(DUE.plusDays(10)).messages().get(0);
        assertEquals("late-fee", message.step().id());
        assertEquals(euros("365.00"), message.total());
    }

    @Test
    void noRegimeCanMakeAFrenchConsumerPayALateFee() {
        Case file = new Case().with("A", 0).sent("A", "warning", DUE.plusDays(5));
        file.policy = Case.shipped("service");
        file.law = new Law(
                List.of(new TwelvePercent(Set.of(DebtorKind.CONSUMER), Set.of(ChargeKind.values()), LocalDate.MAX)),
                List.of());
        file.debtor = Case.business().kind(DebtorKind.CONSUMER).build();
        PlannedMessage message = file.plan(DUE.plusDays(10)).messages().get(0);
        assertEquals("late-fee", message.step().id());
        assertTrue(message.fees().isZero());
    }

    @Test
    void theLateFeeIsStatedAgainNotAddedAgain() {
        Case file =
                new Case().with("A", 0).sent("A", "warning", DUE.plusDays(5)).sent("A", "late-fee", DUE.plusDays(10));
        file.policy = Case.shipped("service");
        PlannedMessage message = file.plan(DUE.plusDays(21)).messages().get(0);
        assertEquals("suspension", message.step().id());
        assertEquals(euros("10.00"), message.fees());
    }

    @Test
    void aPublicBodyIsNeverSentTowardAnInjonction() {
        Case file = atHandover();
        assertEquals(Reason.ACT, file.reason("A", DUE.plusDays(63)));
        file.debtor = Case.business().kind(DebtorKind.PUBLIC).build();
        Answer answer = file.answer("A", DUE.plusDays(63));
        assertEquals(Optional.of("PUBLIC"), answer.detail());
        assertTrue(file.engine.text(answer, Locale.FRENCH).contains("injonction de payer est exclue"));
        Case notice = atLast().sent("A", "last", LAST);
        assertEquals(
                Optional.of("handover"),
                notice.plan(DUE.plusDays(42)).messages().get(0).announcedTemplate());
        notice.debtor = file.debtor;
        assertEquals(
                Optional.empty(),
                notice.plan(DUE.plusDays(42)).messages().get(0).announcedTemplate());
    }

    @Test
    void aHandoverIsAProposalToAPersonAndEndsTheLadder() {
        Case file = atHandover();
        PlannedMessage proposal = file.plan(DUE.plusDays(63)).messages().get(0);
        assertEquals(List.of(), proposal.media());
        assertEquals(Optional.empty(), proposal.expiresOn());
        file.take(proposal, DUE.plusDays(63), Outcome.LIVE);
        assertEquals(Reason.TASK_OPEN, file.reason("A", DUE.plusDays(400)));
        file.steps.remove(file.steps.size() - 1);
        file.sent("A", "handover", DUE.plusDays(63));
        assertEquals(Reason.LADDER_DONE, file.reason("A", DUE.plusDays(400)));
    }

    @Test
    void nothingIsHandedOverWithoutANoticeReallySent() {
        Case file = atLast().sent("A", "last", LAST).record("A", "formal-notice", Outcome.NOT_DONE, DUE.plusDays(42));
        assertEquals(Reason.REMINDERS_MISSING, file.reason("A", DUE.plusDays(90)));
    }

    @Test
    void ownDunningStopsWhileACaseIsAway() {
        Case file = new Case().with("A", 0).with("B", 90);
        file.away = Optional.of("Agence Exemple");
        assertEquals(Reason.AWAY, file.reason("A", LAST));
        assertEquals(Reason.AWAY, file.reason("B", LAST));
        assertEquals(List.of(), file.plan(LAST).messages());
    }

    @Test
    void theDateAskedForIsOneOnWhichMoneyCanArrive() {
        for (int day = 40; day < 54; day++) {
            LocalDate prepared = DUE.plusDays(day);
            atLast().sent("A", "last", LAST).plan(prepared).messages().stream()
                    .flatMap(message -> message.deadline().stream())
                    .forEach(deadline ->
                            assertTrue(deadline.getDayOfWeek().getValue() <= 5, prepared + " asks for " + deadline));
        }
    }

    @Test
    void aFormalNoticeNamesACalendarDateAndTheDaysOfEarlierMessages() {
        PlannedMessage notice = atLast().sent("A", "last", LAST)
                .plan(DUE.plusDays(42))
                .messages()
                .get(0);
        assertEquals(Optional.of(DUE.plusDays(57)), notice.deadline());
        assertEquals(
                List.of(DUE.plusDays(3), DUE.plusDays(15), LAST), notice.earlierMessages(), "calls are no messages");
    }

    /** A letter says of all the items it lists that an earlier message was about them. */
    @Test
    void onlyMessagesAboutEveryListedItemAreNamedAsEarlierOnes() {
        LocalDate both = DUE.plusDays(20);
        Case file = new Case()
                .with("A", 0)
                .with("B", 10)
                .sent("A", "courteous", DUE.plusDays(3))
                .sent("A", "firm", both)
                .sent("B", "courteous", both);
        file.record("A", "call", Outcome.NOT_DONE, DUE.plusDays(27));
        PlannedMessage message = file.plan(DUE.plusDays(37)).messages().get(0);
        assertEquals(2, message.items().size());
        assertEquals(List.of(both), message.earlierMessages());
    }

    @Test
    void mediaAreThoseThatReachTheDebtorItsOwnPreferenceFirst() {
        Case file = new Case().with("A", 0);
        assertEquals(List.of(Medium.EMAIL, Medium.LETTER), media(file));
        file.debtor = Case.business().preferredMedia(List.of(Medium.LETTER)).build();
        assertEquals(List.of(Medium.LETTER, Medium.EMAIL), media(file));
        file.debtor = Case.business().optOuts(Set.of(Medium.EMAIL)).build();
        assertEquals(List.of(Medium.LETTER), media(file));
        file.media = Set.of(Medium.EMAIL);
        assertEquals(Reason.UNREACHABLE, file.reason("A", DUE.plusDays(3)));
        file.debtor = Debtor.named(file.debtor.key(), "Sans adresse").build();
        file.media = Case.MEDIA;
        assertEquals(Reason.UNREACHABLE, file.reason("A", DUE.plusDays(3)));
    }

    private static List<Medium> media(Case file) {
        return file.plan(DUE.plusDays(3)).messages().get(0).media();
    }

    @Test
    void whoCannotBeReachedAtOneStepDoesNotKeepTheOtherItemsWaiting() {
        Case file = atLast().sent("A", "last", LAST).with("B", 35);
        file.debtor = Case.business().optOuts(Set.of(Medium.LETTER)).build();
        assertEquals(Reason.UNREACHABLE, file.reason("A", DUE.plusDays(42)));
        assertEquals(Reason.ACT, file.reason("B", DUE.plusDays(42)));
    }
}
