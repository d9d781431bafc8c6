package org.quittance.importer.csv;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.quittance.api.text.Sentence;

/** Says in words what the operating system means by its exceptions. */
final class FileProblem {

    private FileProblem() {}

    static Sentence describe(IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return Sentence.of(FileProblem.class, "system.absent");
        }
        if (problem instanceof AccessDeniedException) {
            return Sentence.of(FileProblem.class, "system.denied");
        }
        return Sentence.from(problem);
    }
}
