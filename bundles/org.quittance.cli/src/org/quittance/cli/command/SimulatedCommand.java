package org.quittance.cli.command;

import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A command that may be the first on a new workspace, and then say that it is a simulated one. */
abstract class SimulatedCommand extends WorkspaceCommand {

    @Option(names = "--simulated", descriptionKey = "common.simulated")
    private boolean simulated;

    SimulatedCommand(Environment environment) {
        super(environment);
    }

    @Override
    Absent whenAbsent() {
        return simulated ? Absent.CREATED : Absent.REFUSED;
    }

    /** The day the simulated clock starts on; the epoch leaves it unset, so that it may begin on any day. */
    Optional<LocalDate> firstDay() {
        return Optional.of(LocalDate.EPOCH);
    }

    @Override
    final Optional<LocalDate> simulateOn() {
        return simulated ? firstDay() : Optional.empty();
    }
}
