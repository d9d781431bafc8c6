package org.quittance.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.quittance.api.document.DocumentFile;
import org.quittance.cli.ExitCode;

/** Writes one document to the file a person named, which appears only when it is complete, and says so. */
final class DocumentOutput {

    private final Session session;
    private final Path file;
    private final boolean replace;

    DocumentOutput(Session session, Path file, boolean replace) {
        this.session = session;
        this.file = file;
        this.replace = replace;
    }

    /** Before the document is made, which may take seconds. */
    void refuseExisting() throws CommandFailure {
        if (Files.isDirectory(file) || Files.exists(file) && !replace) {
            throw new CommandFailure(ExitCode.INPUT, session.texts().text("document.exists", file.toString()));
        }
    }

    /** Without a word. */
    void keep(DocumentFile document) throws CommandFailure {
        move(document, file.toAbsolutePath());
    }

    void write(DocumentFile document) throws CommandFailure, IOException {
        keep(document);
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.text("file", file.toString());
                json.number("bytes", document.size());
            }
        } else {
            session.print(session.texts().text("document.done", file.toString()));
        }
    }

    private void move(DocumentFile document, Path target) throws CommandFailure {
        try {
            Path part = Files.createTempFile(target.getParent(), ".document-", ".pdf");
            try {
                Files.write(part, document.bytes());
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.INPUT, session.texts().text("document.unwritable", file.toString(), e.toString()));
        }
    }
}
