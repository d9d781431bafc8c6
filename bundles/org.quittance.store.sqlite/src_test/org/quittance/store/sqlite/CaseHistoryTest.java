package org.quittance.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.ItemLife;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.LedgerWork;
import org.quittance.api.ledger.PolicyPin;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.EvidenceGrade;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.SendingEvidence;
import org.quittance.api.store.ChangeCursor;

class CaseHistoryTest {

    private static final DebtorId DEBTOR = Sample.DEBTOR;
    private static final ItemKey ITEM = Sample.item("F-1");

    private final SqliteDatabase database;
    private final SqliteCaseLedger ledger;

    CaseHistoryTest(@TempDir Path directory) throws Exception {
        database = new SqliteDatabase(directory);
        ledger = new SqliteCaseLedger(database, new SteppedClock());
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private void write(LedgerWork work) throws LedgerException {
        Sample.write(ledger, work);
    }

    private CaseHistory history() throws LedgerException {
        return ledger.histories(Sample.CREDITOR, List.of(DEBTOR)).get(DEBTOR);
    }

    @Test
    void everyDebtorAskedForHasAHistory() throws Exception {
        DebtorId other = DebtorId.of("d\"au\\tre");
        write(batch -> batch.put(other, new Hold("h", Optional.empty(), "vacances", Sample.TODAY, Optional.empty())));
        Map<DebtorId, CaseHistory> histories = ledger.histories(Sample.CREDITOR, List.of(DEBTOR, other));
        assertEquals(Set.of(DEBTOR, other), histories.keySet());
        assertEquals(0, histories.get(DEBTOR).revision());
        assertEquals("", histories.get(DEBTOR).answers());
        assertEquals(1, histories.get(other).holds().size());
    }

    @Test
    void commitmentsComeBackWithTheirItemsAndInstalments() throws Exception {
        Commitment plan = new Commitment(
                "plan-1",
                Commitment.Kind.PLAN,
                Commitment.State.LIVE,
                Sample.TODAY,
                Set.of(ITEM, Sample.item("F-2")),
                Sample.euros(9_000),
                List.of(
                        new Commitment.Instalment(Sample.TODAY.plusDays(30), Sample.euros(4_000)),
                        new Commitment.Instalment(Sample.TODAY.plusDays(60), Sample.euros(5_000))),
                Sample.euros(120));
        write(batch -> batch.put(DEBTOR, plan));
        assertEquals(List.of(plan), history().commitments());
        Commitment kept = new Commitment(
                plan.id(),
                plan.kind(),
                Commitment.State.KEPT,
                plan.madeOn(),
                Set.of(),
                plan.openWhenMade(),
                plan.instalments().subList(0, 1));
        write(batch -> batch.put(DEBTOR, kept));
        assertEquals(List.of(), history().commitments());
        assertEquals(2, history().revision());
    }

    @Test
    void onlyOpenDisputesAndHoldsCount() throws Exception {
        Dispute partly = new Dispute(
                "d-1",
                ITEM,
                Optional.of(Sample.euros(250)),
                "incomplet",
                Sample.TODAY,
                Optional.of(Sample.TODAY.plusDays(14)),
                Optional.empty());
        Dispute closed = new Dispute(
                "d-2",
                ITEM,
                Optional.empty(),
                "faux",
                Sample.TODAY,
                Optional.empty(),
                Optional.of(Sample.TODAY.plusDays(1)));
        Hold onItem = new Hold("h-1", Optional.of(ITEM), "accord", Sample.TODAY, Optional.of(Sample.TODAY.plusDays(2)));
        Hold lifted = new Hold("h-2", Optional.empty(), "congés", Sample.TODAY, Optional.empty());
        write(batch -> {
            batch.put(DEBTOR, partly);
            batch.put(DEBTOR, closed);
            batch.put(DEBTOR, onItem);
            batch.put(DEBTOR, lifted);
            batch.lift(DEBTOR, "h-2");
        });
        assertEquals(List.of(partly), history().disputes());
        assertEquals(List.of(onItem), history().holds());
        assertEquals(5, history().revision());
    }

    @Test
    void anItemThatReopensBeginsItsNextCycleOnce() throws Exception {
        write(batch -> batch.reopened(DEBTOR, ITEM));
        assertEquals(Map.of(), history().lives());
        write(batch -> batch.settled(DEBTOR, ITEM, Sample.TODAY));
        assertEquals(
                new ItemLife(ITEM, 1, Optional.of(Sample.TODAY)),
                history().lives().get(ITEM));
        write(batch -> {
            batch.reopened(DEBTOR, ITEM);
            batch.reopened(DEBTOR, ITEM);
        });
        assertEquals(new ItemLife(ITEM, 2, Optional.empty()), history().lives().get(ITEM));
    }

    @Test
    void stepsSentElsewhereAreRecordedOnce() throws Exception {
        write(batch -> batch.sentElsewhere(DEBTOR, ITEM, "reminder-1", Sample.TODAY.minusDays(9)));
        long revision = history().revision();
        write(batch -> batch.sentElsewhere(DEBTOR, ITEM, "reminder-1", Sample.TODAY.minusDays(5)));
        StepRecord step = history().steps().get(0);
        assertEquals(1, history().steps().size());
        assertEquals(Sample.TODAY.minusDays(9), step.on());
        assertEquals(StepRecord.Outcome.SENT_ELSEWHERE, step.outcome());
        assertEquals(Optional.empty(), step.message());
        assertEquals(1, revision);
        assertEquals(1, history().revision());
    }

    @Test
    void theStrongerEvidenceStays() throws Exception {
        InvoiceId invoice = InvoiceId.of("F-1");
        SendingEvidence strong = new SendingEvidence(EvidenceGrade.DELIVERED, Sample.TODAY, "portail");
        SendingEvidence weak = new SendingEvidence(EvidenceGrade.DECLARED, Sample.TODAY.plusDays(1), "Camille");
        write(batch -> batch.declare(DEBTOR, invoice, weak));
        write(batch -> batch.declare(DEBTOR, invoice, strong));
        write(batch -> batch.declare(DEBTOR, invoice, weak));
        assertEquals(Map.of(invoice, strong), history().evidence());
    }

    @Test
    void answersAreKeptWithoutRaisingTheRevision() throws Exception {
        PolicyPin pin = new PolicyPin("standard", "ab12");
        write(batch -> batch.answered(DEBTOR, "digest", pin));
        assertEquals("digest", history().answers());
        assertEquals(Optional.of(pin), history().pin());
        assertEquals(0, history().revision());
        write(batch -> batch.awayAt(DEBTOR, Optional.of("agence-modele")));
        assertEquals(Optional.of("agence-modele"), history().awayAt());
        assertEquals(1, history().revision());
        write(batch -> batch.awayAt(DEBTOR, Optional.empty()));
        assertEquals(Optional.empty(), history().awayAt());
        assertEquals("digest", history().answers());
    }

    @Test
    void cursorAndStopSwitchAreKeptPerCreditor() throws Exception {
        assertEquals(Optional.empty(), ledger.cursor(Sample.CREDITOR, Sample.STORE));
        write(batch -> {
            batch.cursor(Sample.STORE, new ChangeCursor("17"));
            batch.stop(true);
        });
        assertEquals(Optional.of(new ChangeCursor("17")), ledger.cursor(Sample.CREDITOR, Sample.STORE));
        assertTrue(ledger.isStopped(Sample.CREDITOR));
        write(batch -> batch.stop(false));
        assertEquals(false, ledger.isStopped(Sample.CREDITOR));
    }
}
