package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.model.DebtorId;
import org.quittance.api.store.InvoiceStore;
import org.quittance.service.casework.CaseworkException;

class StoreLossTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 2);
    private static final LocalDate DAY = DUE.plusDays(3);

    private final World world;

    StoreLossTest(@TempDir Path folder) throws Exception {
        world = new World(folder);
        world.bankDataComplete();
        for (String id : new String[] {"anne", "bob", "carl"}) {
            world.debtor(id);
            world.invoice("F-" + id + "-1", id, DUE, "120.00");
            world.invoice("F-" + id + "-2", id, DUE, "60.00");
        }
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aStreamThatBreaksOffLeavesItsDebtorAndTheRestUndecided(boolean unchecked) throws Exception {
        world.prepare(DAY);
        world.approve();
        world.dispatch();
        install(FlawedStore.breakingBefore(world.store, 3, unchecked));
        LocalDate later = DAY.plusDays(14);
        World.Heard heard = world.prepare(later);
        assertEquals(1, heard.summary.debtors());
        assertEquals(1, heard.summary.failed());
        assertEquals(1, heard.summary.messages());
        assertEquals(1L, heard.summary.reasons().get("UNDECIDED"));
        assertTrue(heard.failed.get(0).startsWith("bob: the ledger broke off"), heard.failed.toString());
        assertFalse(world.messages
                .run(World.FIRM, heard.summary.run().orElseThrow())
                .orElseThrow()
                .complete());
        assertNothingClosed();
        install(world.store);
        assertEquals(1, world.all(MessageState.PREPARED).size(), "what was committed stays prepared");
        World.Heard repaired = world.prepare(later);
        assertEquals(3, repaired.summary.messages());
        assertEquals(1, repaired.summary.superseded());
        assertEquals(3, world.all(MessageState.PREPARED).size());
    }

    @Test
    void aStoreTakenAwayInTheMiddleIsAsOneThatBroke() throws Exception {
        FlawedStore[] leaving = new FlawedStore[1];
        leaving[0] = new FlawedStore(world.store, item -> {
            if (item == 3) {
                world.installation.removeStore(leaving[0]);
                world.installation.addStore(world.store, Map.of());
            }
        });
        install(leaving[0]);
        World.Heard heard = world.prepare(DAY);
        assertEquals(1, heard.summary.messages());
        assertTrue(heard.failed.get(0).contains("was taken away"), heard.failed.toString());
        assertNothingClosed();
        assertEquals(3, world.prepare(DAY).summary.messages());
        assertEquals(3, world.all(MessageState.PREPARED).size());
    }

    @Test
    void aStoreThatDoesNotEvenBeginIsUnavailable() throws Exception {
        install(FlawedStore.breakingBefore(world.store, 0, false));
        CaseworkException failure = assertThrows(CaseworkException.class, () -> world.prepare(DAY));
        assertEquals(CaseworkException.Kind.UNAVAILABLE, failure.kind());
        assertTrue(world.messages.runs(World.FIRM, 1).isEmpty());
    }

    @Test
    void aDebtorThatComesInPiecesIsReportedAndNothingIsDecidedAboutIt() throws Exception {
        install(FlawedStore.inPieces(world.store));
        World.Heard heard = world.prepare(DAY);
        assertEquals(2, heard.summary.messages());
        assertTrue(heard.failed.stream().allMatch(line -> line.startsWith("anne: ")), heard.failed.toString());
        assertFalse(world.all(MessageState.PREPARED).stream()
                .anyMatch(record -> record.message().debtor().equals(DebtorId.of("anne"))));
    }

    @Test
    void aDebtorThatComesBackMuchLaterLosesWhatWasPreparedForIt() throws Exception {
        for (int i = 0; i < 900; i++) {
            world.debtor("many-" + i);
            world.invoice("F-many-" + i, "many-" + i, DUE, "50.00");
        }
        install(FlawedStore.inPieces(world.store));
        World.Heard heard = world.prepare(DAY);
        assertEquals(1, heard.failed.size());
        assertEquals(902, world.all(MessageState.PREPARED).size());
        assertEquals(1, world.all(MessageState.WITHDRAWN).size());
    }

    @Test
    void whoIsAbsentFromACompleteStreamLosesWhatNobodyApprovedAndNothingIsClosed() throws Exception {
        world.prepare(DAY);
        install(FlawedStore.without(world.store, DebtorId.of("carl")));
        World.Heard heard = world.prepare(DAY.plusDays(1));
        assertEquals(3, heard.summary.superseded());
        assertEquals(2, world.all(MessageState.PREPARED).size());
        assertNothingClosed();
    }

    private void install(InvoiceStore next) {
        world.installation.store().ifPresent(world.installation::removeStore);
        world.installation.addStore(next, Map.of());
    }

    private void assertNothingClosed() throws Exception {
        world.ledger
                .histories(World.FIRM, Set.of(DebtorId.of("anne"), DebtorId.of("bob"), DebtorId.of("carl")))
                .values()
                .forEach(history -> assertTrue(history.lives().isEmpty()));
    }
}
