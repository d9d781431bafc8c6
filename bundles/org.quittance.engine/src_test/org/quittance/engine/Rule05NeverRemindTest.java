package org.quittance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quittance.engine.Case.DUE;
import static org.quittance.engine.Case.euros;
import static org.quittance.engine.Case.instalment;
import static org.quittance.engine.Case.invoice;
import static org.quittance.engine.Case.key;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.ItemLife;
import org.quittance.api.ledger.StepRecord.Outcome;
import org.quittance.api.model.EvidenceGrade;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.api.model.SendingEvidence;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.Reason;

/** Never remind what was never sent, is paid, disputed, promised, on hold, or not known to be unpaid. */
class Rule05NeverRemindTest {

    private static final LocalDate TODAY = DUE.plusDays(3);

    private static OpenItem.Builder withoutEvidence(String number) {
        return OpenItem.of(key(number), Case.DEBTOR)
                .number(number)
                .issued(DUE.minusDays(30))
                .due(DUE)
                .open(euros("365.00"))
                .token("t");
    }

    private static SendingEvidence evidence(EvidenceGrade grade) {
        return new SendingEvidence(grade, DUE.minusDays(30), "test");
    }

    private static Case atFormalNotice(OpenItem.Builder item) {
        return new Case()
                .with(item)
                .sent("A", "courteous", DUE.plusDays(3))
                .sent("A", "firm", DUE.plusDays(15))
                .sent("A", "last", DUE.plusDays(30));
    }

    @Test
    void anInvoiceNobodyProvablySentIsNotReminded() {
        Case file = new Case().with(withoutEvidence("A"));
        assertEquals(Reason.NO_EVIDENCE, file.reason("A", TODAY));
        file.declared.put(InvoiceId.of("A"), evidence(EvidenceGrade.DECLARED));
        assertEquals(Reason.ACT, file.reason("A", TODAY), "a declaration is enough for a reminder");
    }

    @Test
    void theFormalNoticeAsksForTheGradeItsPolicyNames() {
        Case file = atFormalNotice(withoutEvidence("A"));
        file.policy = Case.shipped("gentle");
        file.sent("A", "plan-offer", DUE.plusDays(31))
                .sent("A", "firm", DUE.plusDays(48))
                .sent("A", "last", DUE.plusDays(68));
        file.declared.put(InvoiceId.of("A"), evidence(EvidenceGrade.DECLARED));
        Answer answer = file.answer("A", DUE.plusDays(100));
        assertEquals(Reason.EVIDENCE_TOO_WEAK, answer.reason());
        assertEquals(Optional.of("CHANNEL"), answer.detail());
        file.declared.put(InvoiceId.of("A"), evidence(EvidenceGrade.DELIVERED));
        assertEquals(Reason.ACT, file.reason("A", DUE.plusDays(100)));
    }

    @Test
    void theStrongestProofCountsWhereverItComesFrom() {
        Case file = atFormalNotice(withoutEvidence("A").evidence(evidence(EvidenceGrade.DELIVERED)));
        file.declared.put(InvoiceId.of("A"), evidence(EvidenceGrade.DECLARED));
        file.policy = Case.shipped("gentle");
        file.sent("A", "last", DUE.plusDays(68));
        assertEquals(Reason.ACT, file.reason("A", DUE.plusDays(100)));
        file.with(withoutEvidence("A").evidence(evidence(EvidenceGrade.DECLARED)));
        assertEquals(Reason.EVIDENCE_TOO_WEAK, file.reason("A", DUE.plusDays(100)));
        file.declared.put(InvoiceId.of("A"), evidence(EvidenceGrade.CHANNEL));
        assertEquals(Reason.ACT, file.reason("A", DUE.plusDays(100)));
        file.declared.clear();
        file.declared.put(InvoiceId.of("other"), evidence(EvidenceGrade.CHANNEL));
        assertEquals(Reason.EVIDENCE_TOO_WEAK, file.reason("A", DUE.plusDays(100)));
    }

    @Test
    void aFullyDisputedItemIsSilentAndAPartlyDisputedOneClaimsTheRest() {
        Case ledger = new Case().with(invoice("A", DUE, euros("365.00")).disputed(euros("365.00")));
        assertEquals(Reason.DISPUTED, ledger.reason("A", TODAY));
        Case part = new Case().with(invoice("A", DUE, euros("365.00")).disputed(euros("65.00")));
        assertEquals(euros("300.00"), part.plan(TODAY).messages().get(0).principal());
    }

    @Test
    void disputesInTheJournalCountToo() {
        Case file = new Case().with("A", 0);
        file.disputes.add(dispute("d1", Optional.of(euros("100.00"))));
        assertEquals(euros("265.00"), file.plan(TODAY).messages().get(0).principal());
        file.disputes.add(dispute("d2", Optional.of(euros("300.00"))));
        assertEquals(Reason.DISPUTED, file.reason("A", TODAY));
        assertEquals(Optional.of(DUE), file.answer("A", TODAY).date());
        assertEquals(List.of(), file.plan(TODAY).messages());
    }

    @Test
    void aDisputeInAnotherCurrencyContestsEverything() {
        Case file = new Case().with("A", 0);
        file.disputes.add(dispute("d1", Optional.of(Money.parse("1.00", "USD"))));
        assertEquals(Reason.DISPUTED, file.reason("A", TODAY));
    }

    private static Dispute dispute(String id, Optional<Money> amount) {
        return new Dispute(id, key("A"), amount, "prix", DUE, Optional.empty(), Optional.empty());
    }

    @Test
    void aLivePromisePlanOrSettlementStopsTheLadder() {
        for (Commitment.Kind kind : Commitment.Kind.values()) {
            Case file = new Case().with("A", 0);
            file.promise("p", kind, DUE, Set.of(key("A")), instalment(DUE.plusDays(10), "365.00"));
            assertEquals(kind + "_RUNNING", file.reason("A", TODAY).name());
        }
    }

    @Test
    void aHoldStopsOneItemOrAllUntilItsLastDay() {
        Case file = new Case().with("A", 0).with("B", 0);
        file.holds.add(new Hold("h", Optional.of(key("A")), "geste", DUE, Optional.of(TODAY)));
        assertEquals(Reason.ON_HOLD, file.reason("A", TODAY));
        assertEquals(Optional.of(TODAY.plusDays(1)), file.answer("A", TODAY).nextDate());
        assertEquals(Reason.ACT, file.reason("A", TODAY.plusDays(1)));
        assertEquals(Reason.ACT, file.reason("B", TODAY));
        file.holds.add(new Hold("h2", Optional.empty(), "geste", DUE, Optional.empty()));
        assertEquals(Reason.ON_HOLD, file.reason("B", TODAY.plusDays(90)));
    }

    @Test
    void oldOrUnknownBankDataStopsEverything() {
        Case file = new Case().with("A", 0);
        file.bank = Optional.of(TODAY.minusDays(4));
        assertEquals(Reason.ACT, file.reason("A", TODAY));
        file.bank = Optional.of(TODAY.minusDays(5));
        assertEquals(Reason.BANK_DATA_OLD, file.reason("A", TODAY));
        file.bank = Optional.empty();
        assertEquals(Reason.BANK_DATA_OLD, file.reason("A", TODAY));
        assertEquals(List.of(), file.plan(TODAY).messages());
    }

    @Test
    void anItemTheJournalKnowsAsSettledIsNotReminded() {
        Case file = new Case().with("A", 0);
        file.lives.put(key("A"), new ItemLife(key("A"), 1, Optional.of(DUE.plusDays(1))));
        assertEquals(Reason.UNDECIDED, file.reason("A", TODAY));
    }

    @Test
    void aMessageOnItsWayOrOfUnknownFateBlocksRepetition() {
        Case live = new Case().with("A", 0).record("A", "courteous", Outcome.LIVE, DUE.plusDays(3));
        assertEquals(Reason.MESSAGE_LIVE, live.reason("A", DUE.plusDays(90)));
        Case unknown = new Case().with("A", 0).record("A", "courteous", Outcome.UNKNOWN, DUE.plusDays(3));
        assertEquals(Reason.MESSAGE_UNKNOWN, unknown.reason("A", DUE.plusDays(90)));
    }
}
