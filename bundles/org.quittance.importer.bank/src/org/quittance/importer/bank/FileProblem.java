package org.quittance.importer.bank;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.quittance.api.importer.ImportException;

/** Says in words why a file cannot be read. */
final class FileProblem {

    private FileProblem() {}

    static ImportException of(Path file, IOException problem) {
        return new ImportException(file + " cannot be read: " + describe(file, problem), 0, "", problem);
    }

    private static String describe(Path file, IOException problem) {
        if (Files.isDirectory(file)) {
            return "it is a folder, expected a file";
        }
        if (problem instanceof NoSuchFileException) {
            return "there is no such file; check the path";
        }
        if (problem instanceof AccessDeniedException) {
            return "access is denied; give the user who runs Quittance the right to read it";
        }
        String message = problem.getMessage();
        return message == null ? problem.getClass().getSimpleName() : message;
    }
}
