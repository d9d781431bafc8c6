package org.quittance.service.server;

import static java.util.Objects.requireNonNull;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * A command as it was typed, with everything of the typing process that matters to it.
 *
 * @param directory where files without a place of their own lie
 * @param language of the person
 * @param terminal whether a person watches
 * @param out results only
 * @param err progress, warnings and errors
 * @param cancelled whether the one who typed it is gone
 */
public record CommandCall(
        List<String> arguments,
        Path directory,
        Locale language,
        boolean terminal,
        OutputStream out,
        OutputStream err,
        BooleanSupplier cancelled) {

    public CommandCall {
        arguments = List.copyOf(arguments);
        requireNonNull(directory, "directory");
        requireNonNull(language, "language");
        requireNonNull(out, "out");
        requireNonNull(err, "err");
        requireNonNull(cancelled, "cancelled");
    }
}
