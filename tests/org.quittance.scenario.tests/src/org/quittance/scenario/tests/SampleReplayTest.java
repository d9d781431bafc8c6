package org.quittance.scenario.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.store.ChangeCursor;
import org.quittance.api.store.DebtorDirectory;
import org.quittance.api.store.InvoiceStore;
import org.quittance.api.store.ItemChange;
import org.quittance.api.store.ItemChanges;
import org.quittance.service.casework.RunSummary;

/** The project's own sample, lived through for a quarter: the same promises as for the real ledger, without it. */
class SampleReplayTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 20);
    private static final List<String> LADDER =
            List.of("courtesy-note", "courteous", "firm", "call", "last", "formal-notice", "handover");

    private static final Map<String, List<String>> LADDERS = Map.of(
            "standard",
            LADDER,
            "gentle",
            List.of("courteous", "call", "plan-offer", "firm", "last", "formal-notice", "handover"),
            "service",
            List.of("warning", "late-fee", "suspension"));
    private static final Set<String> MAY_NOT_APPLY = Set.of("courtesy-note", "call");

    @TempDir
    private Path folder;

    @Test
    void remindsNobodyFromTheDayOfPaymentOnAndTakesEveryStepOnceInOrder() throws Exception {
        try (OpenFirm firm = OpenFirm.on(folder.resolve("firm"), FIRST)) {
            for (String table : List.of("debtors", "invoices", "credit-notes", "payments", "evidence")) {
                firm.takeDemo(table);
            }
            Map<ItemKey, LocalDate> settled = settled(firm);
            Replay replay = new Replay(firm, Optional.of("standard"));
            replay.live(FIRST, LAST);
            Map<String, LadderWatch> watches = new HashMap<>();
            LADDERS.forEach((policy, ladder) -> watches.put(policy, new LadderWatch(ladder, MAY_NOT_APPLY, settled)));
            Map<DebtorId, String> policies = policies(firm);
            replay.each(record ->
                    watches.get(policies.get(record.message().debtor())).look(record));
            watches.forEach((policy, watch) -> assertEquals(List.of(), watch.broken(), policy));
            assertTrue(watches.get("standard").taken().size() > 20, "the sample hardly reminds anybody");
            assertEquals(
                    Set.of("C-99"),
                    replay.failures().stream()
                            .map(failure -> failure.substring(0, failure.indexOf(':')))
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void preparingAgainOnTheSameDayChangesNothing() throws Exception {
        try (OpenFirm firm = OpenFirm.on(folder.resolve("firm"), LAST)) {
            for (String table : List.of("debtors", "invoices", "credit-notes", "payments", "evidence", "reminders")) {
                firm.takeDemo(table);
            }
            Replay replay = new Replay(firm, Optional.empty());
            RunSummary first = replay.live(LAST);
            Map<?, ?> states = replay.states();
            RunSummary second = replay.live(LAST);
            assertTrue(first.messages() > 20, first.toString());
            assertEquals(0, second.messages());
            assertEquals(states, replay.states());
        }
    }

    @Test
    void stepsTakenElsewhereAreNotRepeated() throws Exception {
        try (OpenFirm firm = OpenFirm.on(folder.resolve("firm"), LAST)) {
            for (String table : List.of("debtors", "invoices", "credit-notes", "payments", "evidence", "reminders")) {
                firm.takeDemo(table);
            }
            CaseHistory before = firm.service(CaseLedger.class)
                    .histories(firm.creditor(), Set.of(DebtorId.of("C-06")))
                    .get(DebtorId.of("C-06"));
            LadderWatch watch = new LadderWatch(LADDER, MAY_NOT_APPLY, Map.of());
            for (StepRecord step : before.steps()) {
                assertEquals(StepRecord.Outcome.SENT_ELSEWHERE, step.outcome());
                watch.alreadyTaken(step.item(), step.step());
            }
            Replay replay = new Replay(firm, Optional.empty());
            replay.live(LAST);
            replay.each(record -> {
                if (record.message().debtor().equals(DebtorId.of("C-06"))) {
                    watch.look(record);
                }
            });
            assertEquals(List.of(), watch.broken());
        }
    }

    private static Map<DebtorId, String> policies(OpenFirm firm) throws Exception {
        Set<DebtorId> ids = new HashSet<>();
        for (int number = 1; number <= 99; number++) {
            ids.add(DebtorId.of(String.format("C-%02d", number)));
        }
        Map<DebtorId, String> policies = new HashMap<>();
        firm.service(DebtorDirectory.class)
                .find(firm.creditor(), ids)
                .values()
                .forEach(debtor -> policies.put(debtor.id(), debtor.policy().orElse("standard")));
        return policies;
    }

    /** What the ledger itself says was settled, and when. */
    private static Map<ItemKey, LocalDate> settled(OpenFirm firm) throws Exception {
        InvoiceStore store = firm.service(InvoiceStore.class);
        Map<ItemKey, LocalDate> settled = new HashMap<>();
        ItemChanges page = store.changesSince(firm.creditor(), ChangeCursor.BEGINNING, 10_000);
        for (ItemChange change : page.changes()) {
            if (change.kind() != ItemChange.Kind.CHANGED && change.kind() != ItemChange.Kind.REOPENED) {
                settled.put(change.item(), change.on());
            }
        }
        return settled;
    }
}
