package org.quittance.cli.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says in words what the operating system means by its exceptions, whose messages are often only a path. */
final class FileTrouble {

    private FileTrouble() {}

    static String describe(IOException trouble, Texts texts) {
        if (trouble instanceof NoSuchFileException) {
            return texts.text("file.absent");
        }
        if (trouble instanceof AccessDeniedException) {
            return texts.text("file.denied");
        }
        if (trouble instanceof CharacterCodingException) {
            return texts.text("file.encoding");
        }
        String message = trouble.getMessage();
        if (message == null || Files.exists(Path.of(message))) {
            return texts.text("file.failed");
        }
        return message;
    }
}
