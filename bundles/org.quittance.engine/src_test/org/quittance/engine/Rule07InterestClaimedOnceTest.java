package org.quittance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quittance.engine.Case.DUE;
import static org.quittance.engine.Case.euros;
import static org.quittance.engine.Case.invoice;
import static org.quittance.engine.Case.key;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.ledger.StepRecord.Outcome;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.service.decision.Law;
import org.quittance.service.decision.PlannedItem;
import org.quittance.service.decision.PlannedMessage;
import org.quittance.service.decision.Reason;

/** Interest days are claimed once, a later message states the running total, a late booking is a correction. */
class Rule07InterestClaimedOnceTest {

    private static final LocalDate LAST = DUE.plusDays(30);
    private static final LocalDate NOTICE = DUE.plusDays(42);

    /** At the last reminder, which is the first to charge; 365 EUR bear 0.12 EUR a day. */
    private static Case atLast(Case file, ItemKey... others) {
        file.sent("A", "courteous", DUE.plusDays(3))
                .sent("A", "firm", DUE.plusDays(15))
                .sent("A", "call", DUE.plusDays(22));
        for (ItemKey other : others) {
            file.steps.add(new StepRecord(
                    other, 1, "call", Outcome.SENT, DUE.plusDays(22), Optional.empty(), Optional.empty(), 0));
        }
        return file;
    }

    private static Case claimedUntilLast(Case file, long claimedMinor) {
        atLast(file);
        file.steps.add(new StepRecord(
                key("A"), 1, "last", Outcome.SENT, LAST, Optional.empty(), Optional.of(LAST), claimedMinor));
        return file;
    }

    private static PlannedItem item(Case file, LocalDate today) {
        return file.plan(today).messages().get(0).items().get(0);
    }

    @Test
    void interestRunsFromTheDayAfterTheDueDateToTodayInclusive() {
        PlannedItem item = item(atLast(new Case().with("A", 0)), LAST);
        assertEquals(euros("3.60"), item.interest());
        assertEquals(DUE.plusDays(1), item.segments().get(0).from());
        assertEquals(Optional.of(LAST), item.claimedUntil());
        assertEquals(euros("40.00"), item.indemnity());
    }

    @Test
    void aStepThatDoesNotChargeClaimsThePrincipalAlone() {
        PlannedMessage message =
                new Case().with("A", 0).plan(DUE.plusDays(3)).messages().get(0);
        assertEquals(euros("365.00"), message.total());
    }

    @Test
    void aLaterMessageStatesTheRunningTotalNotTheSumOfBoth() {
        Case file = claimedUntilLast(new Case().with("A", 0), 360);
        PlannedMessage notice = file.plan(NOTICE).messages().get(0);
        assertEquals(euros("5.04"), notice.interest());
        assertEquals(euros("0.00"), notice.items().get(0).corrected());
        assertEquals(euros("40.00"), notice.indemnity());
        assertEquals(euros("410.04"), notice.total());
    }

    @Test
    void earlierDaysCountOnWhatWasOwedThen() {
        Case file = atLast(new Case()
                .with(invoice("A", DUE, euros("365.00"))
                        .original(euros("730.00"))
                        .allocations(List.of(new Allocation(DUE.plusDays(10), euros("365.00"))))));
        PlannedItem item = item(file, LAST);
        assertEquals(2, item.segments().size());
        assertEquals(euros("730.00"), item.segments().get(0).principal());
        assertEquals(DUE.plusDays(10), item.segments().get(0).to(), "the day the money arrives still counts");
        assertEquals(euros("4.80"), item.interest(), "10 days at 0.24 and 20 at 0.12");
    }

    @Test
    void whatWasPaidInTimeBearsNoInterest() {
        Case file = atLast(new Case()
                .with(invoice("A", DUE, euros("365.00"))
                        .original(euros("730.00"))
                        .allocations(List.of(new Allocation(DUE, euros("365.00"))))));
        assertEquals(euros("3.60"), item(file, LAST).interest());
    }

    @Test
    void aPaymentBookedLateCorrectsWhatWasClaimed() {
        Case file = claimedUntilLast(
                new Case()
                        .with(invoice("A", DUE, euros("265.00"))
                                .original(euros("365.00"))
                                .allocations(List.of(new Allocation(DUE.plusDays(10), euros("100.00"))))),
                360);
        PlannedItem item = item(file, NOTICE);
        // 10 days of 365 make 1.20, 20 days of 265 make 1.74
        assertEquals(euros("-0.66"), item.corrected());
        assertEquals(euros("3.99"), item.interest(), "1.20 and 32 days of 265");
    }

    @Test
    void unallocatedMoneyStopsInterestOnTheDayItCame() {
        Case file = atLast(new Case().with("A", 0).withCredit("P", DUE.plusDays(20), "265.00"));
        assertEquals(euros("2.73"), item(file, LAST).interest(), "20 days of 365, 10 days of 100");
    }

    @Test
    void theIndemnityIsDueOncePerInvoiceNotPerInstalment() {
        ItemKey second = ItemKey.of(Case.CREDITOR, key("A").invoice(), 2);
        Case file = atLast(
                new Case()
                        .with("A", 0)
                        .with(invoice(second, DUE, euros("365.00")))
                        .with("B", 0),
                second,
                key("B"));
        PlannedMessage message = file.plan(LAST).messages().get(0);
        assertEquals(3, message.items().size());
        assertEquals(euros("80.00"), message.indemnity());
    }

    @Test
    void theIndemnityStaysWithTheInstalmentThatClaimedIt() {
        ItemKey second = ItemKey.of(Case.CREDITOR, key("A").invoice(), 2);
        Case file = claimedUntilLast(new Case().with(invoice(second, DUE, euros("365.00"))), 360);
        file.steps.add(new StepRecord(
                second, 1, "call", Outcome.SENT, DUE.plusDays(25), Optional.empty(), Optional.empty(), 0));
        assertEquals(
                euros("0.00"), file.plan(DUE.plusDays(44)).messages().get(0).indemnity());
    }

    @Test
    void anIndemnityInAnotherCurrencyIsNotClaimed() {
        Case file = atLast(new Case().with(invoice("A", DUE, Money.parse("365.00", "USD"))));
        PlannedMessage message = file.plan(LAST).messages().get(0);
        assertEquals(Money.parse("0.00", "USD"), message.indemnity());
        assertEquals(Money.parse("3.60", "USD"), message.interest());
    }

    @Test
    void aConsumerOwesInterestOnlyFromAFormalNotice() {
        Case file = claimedUntilLast(new Case().with("A", 0), 0);
        file.debtor = Case.business().kind(DebtorKind.CONSUMER).build();
        assertEquals(euros("0.00"), file.plan(NOTICE).messages().get(0).interest());
        assertEquals(euros("0.00"), file.plan(NOTICE).messages().get(0).indemnity());
        file.sent("A", "formal-notice", NOTICE);
        PlannedMessage handover = file.plan(NOTICE.plusDays(21)).messages().get(0);
        assertEquals("handover", handover.step().id());
        assertEquals(euros("2.52"), handover.interest());
        assertEquals(
                NOTICE.plusDays(1), handover.items().get(0).segments().get(0).from());
    }

    @Test
    void aMissingRateStopsNoReminderThatChargesNothing() {
        Case file = new Case().with("A", 0);
        file.law = rateKnownUntil(DUE.minusDays(1));
        PlannedMessage message = file.plan(DUE.plusDays(3)).messages().get(0);
        assertEquals(Optional.empty(), message.interestKnownUntil());
    }

    @Test
    void aChargingStepClaimsToTheLastKnownDayAndSaysSo() {
        Case file = atLast(new Case().with("A", 0));
        file.law = rateKnownUntil(DUE.plusDays(10));
        PlannedMessage message = file.plan(LAST).messages().get(0);
        assertEquals(Optional.of(DUE.plusDays(10)), message.interestKnownUntil());
        assertEquals(euros("1.20"), message.interest());
        assertEquals(Optional.of(DUE.plusDays(10)), message.items().get(0).claimedUntil());
    }

    @Test
    void aFormalNoticeWaitsForTheRate() {
        Case file = claimedUntilLast(new Case().with("A", 0), 120).with("B", 30);
        file.law = rateKnownUntil(DUE.plusDays(10));
        assertEquals(Reason.RATE_MISSING, file.reason("A", NOTICE));
        assertEquals(
                Optional.of(DUE.plusDays(11).toString()),
                file.answer("A", NOTICE).detail());
        assertEquals(Optional.of(DUE.plusDays(11)), file.answer("A", NOTICE).date());
        assertEquals(Reason.ACT, file.reason("B", NOTICE), "the others do not wait for it");
    }

    private static Law rateKnownUntil(LocalDate day) {
        return new Law(List.of(TwelvePercent.forBusinesses().knownUntil(day)), List.of());
    }
}
