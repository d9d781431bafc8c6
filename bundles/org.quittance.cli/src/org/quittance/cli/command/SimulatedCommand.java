package org.quittance.cli.command;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A command that may be the first on a new workspace, and then say that it is a simulated one. */
abstract class SimulatedCommand extends WorkspaceCommand {

    @Option(names = "--simulated", descriptionKey = "common.simulated")
    private boolean simulated;

    SimulatedCommand(Environment environment) {
        super(environment);
    }

    /** The day the simulated clock starts on when the command names none: far back, because it only goes forward. */
    Optional<LocalDate> firstDay() {
        return Optional.of(LocalDate.ofInstant(java.time.Instant.EPOCH, ZoneOffset.UTC));
    }

    @Override
    final Optional<LocalDate> simulateOn() {
        return simulated ? firstDay() : Optional.empty();
    }
}
