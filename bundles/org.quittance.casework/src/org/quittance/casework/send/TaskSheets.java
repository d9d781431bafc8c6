package org.quittance.casework.send;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.document.DocumentKind;

/** Writes what a person works with into the outbox: sheets for calls, proposals to hand over. They never leave the house. */
final class TaskSheets {

    private final Path outbox;

    TaskSheets(Path outbox) {
        this.outbox = outbox;
    }

    /** Writes or rewrites the sheet of a task; it appears under its name only when complete. Returns its place. */
    Path write(Outgoing task) throws IOException {
        String folder = task.message().kind() == DocumentKind.CALL_SHEET ? "calls" : "handovers";
        DocumentFile sheet = task.content().letter();
        Path target = outbox.resolve(folder).resolve(task.id() + ".pdf");
        Files.createDirectories(target.getParent());
        Path part = Files.createTempFile(target.getParent(), "part-", ".tmp");
        try {
            Files.write(part, sheet.bytes());
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        return target;
    }
}
