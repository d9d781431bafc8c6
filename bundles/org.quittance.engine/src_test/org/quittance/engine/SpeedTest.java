package org.quittance.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.ledger.StepRecord.Outcome;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.service.decision.DebtorPlan;
import org.quittance.service.decision.DebtorPosition;
import org.quittance.service.decision.Situation;

/** Silent items cost about a microsecond each; the bound is far above, so that a busy machine does not fail it. */
class SpeedTest {

    private static final int DEBTORS = 20_000;
    private static final int ITEMS = 10;
    private static final long NANOS_PER_ITEM_MAX = 10_000;

    @Test
    @Tag("long")
    void aSilentItemCostsAboutAMicrosecond(TestReporter reporter) {
        Case file = new Case();
        List<DebtorPosition> positions = new ArrayList<>();
        for (int debtor = 0; debtor < DEBTORS; debtor++) {
            positions.add(position(file, debtor));
        }
        LocalDate today = Case.DUE.plusDays(20);
        Situation situation = file.situation(today);
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long begin = System.nanoTime();
            int answers = 0;
            for (DebtorPosition position : positions) {
                DebtorPlan plan = file.engine.plan(position, situation);
                answers += plan.answers().size();
                assertTrue(plan.messages().isEmpty());
            }
            best = Math.min(best, (System.nanoTime() - begin) / answers);
        }
        assertTrue(best < NANOS_PER_ITEM_MAX, best + " ns per item");
        reporter.publishEntry("nanoseconds per silent item", String.valueOf(best));
    }

    /** Half not due, half reminded five days ago. */
    private static DebtorPosition position(Case file, int debtor) {
        List<OpenItem> items = new ArrayList<>();
        List<StepRecord> steps = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            ItemKey key = ItemKey.of(Case.CREDITOR, InvoiceId.of("F" + debtor + "-" + item), 1);
            items.add(Case.invoice(key, Case.DUE.plusDays(item % 2 == 0 ? 40 : 0), Money.ofMinor(36500, Case.EUR))
                    .build());
            if (item % 2 == 1) {
                steps.add(new StepRecord(
                        key,
                        1,
                        "courteous",
                        Outcome.SENT,
                        Case.DUE.plusDays(15),
                        Optional.of(new MessageId("20260101-1-" + debtor)),
                        Optional.empty(),
                        0));
            }
        }
        return new DebtorPosition(
                file.debtor, items, CaseHistory.of(Case.DEBTOR).steps(steps).build());
    }
}
