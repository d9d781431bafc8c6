package org.quittance.casework;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.quittance.service.workspace.Workspace;

/** A folder as a workspace. */
final class Folder implements Workspace {

    private final Path folder;

    Folder(Path folder) throws Exception {
        this.folder = folder;
        Files.createDirectories(outbox());
        Files.createDirectories(folder.resolve("etc").resolve("policies"));
    }

    @Override
    public Path directory() {
        return folder;
    }

    @Override
    public Path outbox() {
        return folder.resolve("out");
    }

    @Override
    public boolean isSimulated() {
        return true;
    }

    @Override
    public void simulate(LocalDate today) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void backup(Path file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
