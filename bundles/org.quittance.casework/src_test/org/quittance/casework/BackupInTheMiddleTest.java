package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.store.InvoiceStore;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.RunRequest;
import org.quittance.service.casework.RunService;
import org.quittance.service.casework.Selection;

/** A backup taken in the middle of a run that then sends everything: what is restored from it is whole and resends nothing. */
class BackupInTheMiddleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 12);
    private static final int DEBTORS = 120;

    private final Path live;
    private final Path restored;
    private final Path wire;
    private long lastLinkOfLive;

    BackupInTheMiddleTest(@TempDir Path folder) {
        live = folder.resolve("live");
        restored = folder.resolve("restored");
        wire = folder.resolve("wire.txt");
    }

    @ParameterizedTest
    @CsvSource({
        "prepare.after-commit, 3",
        "approve.before-commit, 1",
        "approve.after-commit, 1",
        "dispatch.before-intention-commit, 2",
        "dispatch.after-intention-commit, 2",
        "dispatch.after-wire, 70",
        "dispatch.before-outcome-commit, 1",
        "dispatch.after-outcome-commit, 2"
    })
    void whatIsRestoredIsWholeAndResendsNothing(String point, int time) throws Exception {
        runWithBackupAt(point, time);
        assertEquals(DEBTORS, Wire.lines(wire).size());
        try (World world = new World(restored)) {
            world.clock.day = DAY;
            KilledRun.connect(world, new Wire(wire, true, passing -> {}));
            world.copy.beginEpochAfterRestore();
            assertTrue(world.journal.verify(World.FIRM).isValid());
            CaseworkException refusal = assertThrows(CaseworkException.class, world::dispatch);
            assertEquals(CaseworkException.Kind.STOPPED, refusal.kind());
            world.runs.stop(World.FIRM, false, World.CLERK);
            world.whole(DAY);
            world.whole(DAY);
            assertEquals(DEBTORS, Wire.lines(wire).size(), "each key once, and no new one");
            assertEquals(DEBTORS, world.all(MessageState.SENT).size(), "the wire could say of each that it had left");
            assertTrue(world.journal.verify(World.FIRM).isValid());
        }
    }

    @ParameterizedTest
    @CsvSource({"approve.after-commit, 1", "dispatch.after-wire, 70"})
    void whatNobodyCanTellStaysUnknownAndIsNotResent(String point, int time) throws Exception {
        runWithBackupAt(point, time);
        try (World world = new World(restored)) {
            world.clock.day = DAY;
            KilledRun.connect(world, new Wire(wire, false, passing -> {}));
            int marked = world.copy.beginEpochAfterRestore();
            world.runs.stop(World.FIRM, false, World.CLERK);
            world.whole(DAY);
            assertEquals(DEBTORS, Wire.lines(wire).size());
            assertEquals(marked, world.all(MessageState.UNKNOWN).size());
            assertEquals(DEBTORS - marked, world.all(MessageState.SENT).size());
        }
    }

    /** One channel that never saw a message cannot say that no other had it. */
    @Test
    void thatNothingLeftIsNotBelievedOfAChannelThatMayNotHaveBeenAsked() throws Exception {
        runWithBackupAt("approve.after-commit", 1);
        Path other = wire.resolveSibling("other.txt");
        try (World world = new World(restored)) {
            world.clock.day = DAY;
            KilledRun.connect(world, new Wire(other, true, passing -> {}));
            world.copy.beginEpochAfterRestore();
            world.runs.stop(World.FIRM, false, World.CLERK);
            world.whole(DAY);
            assertEquals(DEBTORS, world.all(MessageState.UNKNOWN).size());
            assertEquals(Map.of(), Wire.lines(other));
        }
    }

    /** The one thing no backup can know; the stop switch and an exported head are there for it, and the documents say so. */
    @Test
    void aBackupFromBeforeTheMessagesKnowsNothingOfThemAndNothingLeavesByItself() throws Exception {
        runWithBackupAt("prepare.before-commit", 2);
        try (World world = new World(restored)) {
            world.clock.day = DAY;
            KilledRun.connect(world, new Wire(wire, true, passing -> {}));
            assertEquals(0, world.copy.beginEpochAfterRestore());
            world.prepare(DAY);
            world.approve();
            assertThrows(CaseworkException.class, world::dispatch);
            assertEquals(DEBTORS, Wire.lines(wire).size());
            assertTrue(
                    world.journal.head(World.FIRM).orElseThrow().link().number() < lastLinkOfLive,
                    "the head of the last day shows that something is missing");
        }
    }

    private void runWithBackupAt(String point, int time) throws Exception {
        try (World world = new World(live)) {
            world.bankDataComplete();
            for (int number = 0; number < DEBTORS; number++) {
                String debtor = String.format("d%04d", number);
                world.debtor(debtor);
                world.invoice("F-" + debtor, debtor, DAY.minusDays(10), "100.00");
            }
            world.clock.day = DAY;
            Files.createDirectories(restored);
            int[] passed = new int[1];
            FaultPoints points = new FaultPoints(name -> {
                if (name.equals(point) && ++passed[0] == time) {
                    backUp(world);
                }
            });
            InvoiceStore store = world.store;
            world.installation.removeStore(store);
            world.installation.addStore(points.around(store), Map.of());
            KilledRun.connect(world, new Wire(wire, true, points::pass));
            RunService runs = world.runs(points.around(world.ledger));
            runs.prepare(World.FIRM, new RunRequest(DAY, false, Optional.empty()), World.CLERK, new World.Heard());
            points.phase("approve");
            runs.approve(World.FIRM, Selection.everything(), World.APPROVER, new World.Heard());
            points.phase("dispatch");
            runs.dispatch(World.FIRM, Selection.everything(), DAY, World.CLERK, new World.Heard());
            assertTrue(passed[0] >= time, "the point was passed");
            lastLinkOfLive = world.journal.head(World.FIRM).orElseThrow().link().number();
        }
    }

    private void backUp(World world) {
        try {
            world.copy.copyTo(restored.resolve("quittance.db"));
        } catch (LedgerException e) {
            throw new IllegalStateException(e);
        }
    }
}
