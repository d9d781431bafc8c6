package org.quittance.casework;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.store.InvoiceStore;
import org.quittance.service.casework.RunAction;
import org.quittance.service.casework.RunListener;
import org.quittance.service.casework.RunRequest;
import org.quittance.service.casework.RunService;
import org.quittance.service.casework.Selection;

/**
 * A process that prepares, approves and dispatches, says what it was told is done, and dies without a word at the fault point
 * named by the system property {@code quittance.fault}, the {@code quittance.fault.time}-th time it is passed.
 */
final class KilledRun {

    static final String FAULT = "quittance.fault";
    static final String TIME = "quittance.fault.time";
    /** As the shell says it: 128 and the signal. */
    static final int KILLED = 137;

    private static final int NOT_KILLED = 70;

    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private KilledRun() {}

    /** @param arguments folder, day, whether the channel can say afterwards what became of a message */
    public static void main(String[] arguments) throws Exception {
        String fault = System.getProperty(FAULT, "");
        int time = Integer.getInteger(TIME, 1);
        int[] passed = new int[1];
        FaultPoints points = new FaultPoints(point -> {
            if (point.equals(fault) && ++passed[0] == time) {
                die();
            }
        });
        run(Path.of(arguments[0]), LocalDate.parse(arguments[1]), Boolean.parseBoolean(arguments[2]), points);
        points.passed().forEach((point, times) -> say("passed " + point + " " + times));
        // Closing is not what is looked at, and takes time.
        Runtime.getRuntime().halt(0);
    }

    /** No shutdown hook, no finally, no closing of files. The thread goes no further; the others do until the signal comes. */
    private static void die() {
        try {
            // The shell's own: a small Debian has no kill command.
            String self = Long.toString(ProcessHandle.current().pid());
            new ProcessBuilder("sh", "-c", "kill -9 " + self).start().waitFor();
            Thread.sleep(Long.MAX_VALUE);
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(NOT_KILLED);
        }
    }

    private static void run(Path folder, LocalDate day, boolean reconciles, FaultPoints points) throws Exception {
        World world = new World(folder);
        world.clock.day = day;
        InvoiceStore store = world.store;
        world.installation.removeStore(store);
        world.installation.addStore(points.around(store), Map.of());
        connect(world, new Wire(wire(folder), reconciles, points::pass));
        RunService runs = world.runs(points.around(world.ledger));
        RunListener listener = new RunListener() {
            @Override
            public void action(RunAction action) {
                action.message().ifPresent(id -> say("told " + id + " " + action.status()));
            }
        };
        points.phase("prepare");
        runs.prepare(World.FIRM, new RunRequest(day, false, Optional.empty()), World.CLERK, listener);
        points.phase("approve");
        runs.approve(World.FIRM, Selection.everything(), World.APPROVER, listener);
        points.phase("dispatch");
        runs.dispatch(World.FIRM, Selection.everything(), day, World.CLERK, listener);
    }

    static void connect(World world, Wire wire) {
        world.installation.removeChannel(world.letters);
        world.installation.removeChannel(world.mails);
        world.installation.addChannel(wire, Map.of());
    }

    static Path wire(Path folder) {
        return folder.resolve("wire.txt");
    }

    private static void say(String line) {
        try {
            OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
