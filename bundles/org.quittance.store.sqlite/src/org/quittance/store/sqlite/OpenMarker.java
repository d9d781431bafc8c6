package org.quittance.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file beside the database that exists while recent changes are in the log only. A database found with it and without
 * its log was copied or moved incompletely: opening it would lose acknowledged changes in silence.
 */
final class OpenMarker {

    private final Path marker;
    private final Path log;

    private OpenMarker(Path marker, Path log) {
        this.marker = marker;
        this.log = log;
    }

    static OpenMarker of(Path file) {
        return new OpenMarker(
                file.resolveSibling(file.getFileName() + "-open"), file.resolveSibling(file.getFileName() + "-wal"));
    }

    /** Whether the database was not closed properly; its log then repairs it. */
    boolean isPresent() {
        return Files.exists(marker);
    }

    /** Whether the log that belongs to the database is gone. An empty one is not: all it held is in the database. */
    boolean lacksLog() {
        return isPresent() && !Files.exists(log);
    }

    Path file() {
        return marker;
    }

    Path log() {
        return log;
    }

    /** To be set once the log exists on disk. */
    void set() throws IOException {
        if (!isPresent()) {
            Files.createFile(marker);
        }
    }

    /** To be cleared once everything of the log is in the database. */
    void clear() throws IOException {
        Files.deleteIfExists(marker);
    }
}
