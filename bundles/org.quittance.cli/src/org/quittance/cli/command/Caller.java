package org.quittance.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Who typed a command, and where.
 *
 * @param user as the operating system knows them; on a single machine it is the gatekeeper
 * @param directory where files without a place of their own lie; empty for this process's own
 * @param terminal whether a person watches
 * @param cancelled whether nobody waits for the command any more
 * @param isServed whether another process typed it, and this one owns the workspace
 */
public record Caller(
        String user, Optional<Path> directory, boolean terminal, BooleanSupplier cancelled, boolean isServed) {

    /** Whoever started this process. */
    public static Caller here() {
        return new Caller(
                System.getProperty("user.name", "unknown"),
                Optional.empty(),
                System.console() != null,
                () -> false,
                false);
    }

    boolean isCancelled() {
        return cancelled.getAsBoolean();
    }
}
