package org.quittance.importer.csv;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Says in words what the operating system means by its exceptions. */
final class FileProblem {

    private FileProblem() {}

    static String describe(IOException problem) {
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
