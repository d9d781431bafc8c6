package org.quittance.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.quittance.api.ledger.LedgerException;

/** Copies a database that is in use into one complete file. */
final class DatabaseFile {

    private DatabaseFile() {}

    /** Writes beside the target first, so that a file of that name is always complete; refuses to overwrite. */
    static void copy(SqliteSession session, Path from, Path target) throws LedgerException {
        if (Files.exists(target)) {
            throw LedgerException.lasting(target + ": the file exists; choose another name or move it away", null);
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            session.update("VACUUM INTO ?", part.toString());
            force(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException e) {
            deleteAfter(part, e);
            throw LedgerException.lasting(
                    target + ": the copy of " + from + " could not be written; check the folder and its free space ("
                            + e.getMessage() + ")",
                    e);
        } catch (IOException e) {
            deleteAfter(part, e);
            throw LedgerException.lasting(
                    target + ": the copy could not be written; check the folder and its free space (" + e + ")", e);
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void deleteAfter(Path part, Exception cause) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
