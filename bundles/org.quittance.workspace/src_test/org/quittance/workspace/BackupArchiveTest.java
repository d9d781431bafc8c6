package org.quittance.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.ledger.DatabaseCopy;
import org.quittance.api.ledger.LedgerException;
import org.quittance.service.workspace.WorkspaceException;
import org.quittance.service.workspace.WorkspaceException.Kind;

class BackupArchiveTest {

    private final Path folder;
    private final WorkspaceLayout layout;

    BackupArchiveTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        layout = WorkspaceLayout.claim(folder.resolve("workspace"));
        WorkspaceFile.readOrCreate(layout.descriptor(), Optional.empty());
        layout.createFolders();
        Files.writeString(layout.outbox().resolve("letter.pdf"), "a letter");
    }

    @Test
    void whatWasPackedIsThereAgain() throws Exception {
        Path archive = folder.resolve("backup.zip");
        BackupArchive.pack(layout, new TextDatabase(), archive);
        Path restored = folder.resolve("restored");
        BackupArchive.unpack(archive, restored);
        assertEquals("all rows", Files.readString(restored.resolve("quittance.db")));
        assertEquals("a letter", Files.readString(restored.resolve("out").resolve("letter.pdf")));
    }

    @Test
    void neverOverwritesABackup() throws Exception {
        Path archive = Files.writeString(folder.resolve("backup.zip"), "an older backup");
        assertThrows(WorkspaceException.class, () -> BackupArchive.pack(layout, new TextDatabase(), archive));
        assertEquals("an older backup", Files.readString(archive));
    }

    @Test
    void aFailedBackupLeavesNothingBehind() {
        Path archive = folder.resolve("backup.zip");
        DatabaseCopy failing = new TextDatabase() {
            @Override
            public void copyTo(Path file) throws LedgerException {
                throw LedgerException.lasting("the disk is full", null);
            }
        };
        assertThrows(LedgerException.class, () -> BackupArchive.pack(layout, failing, archive));
        assertFalse(Files.exists(archive));
    }

    @Test
    void neverRestoresOverAWorkspace() throws Exception {
        Path archive = folder.resolve("backup.zip");
        BackupArchive.pack(layout, new TextDatabase(), archive);
        assertThrows(WorkspaceException.class, () -> BackupArchive.unpack(archive, layout.directory()));
        assertEquals("a letter", Files.readString(layout.outbox().resolve("letter.pdf")));
    }

    @Test
    void anEntryThatClimbsOutOfTheFolderIsRefused() throws Exception {
        Path archive = folder.resolve("evil.zip");
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("../stolen"));
            zip.write(1);
        }
        assertThrows(WorkspaceException.class, () -> BackupArchive.unpack(archive, folder.resolve("restored")));
        assertFalse(Files.exists(folder.resolve("stolen")));
    }

    private void refusesToRestore(Path archive) {
        WorkspaceException refused =
                assertThrows(WorkspaceException.class, () -> BackupArchive.unpack(archive, folder.resolve("restored")));
        assertEquals(Kind.INPUT, refused.kind(), refused.getMessage());
        assertTrue(refused.getMessage().contains(archive.getFileName().toString()), refused.getMessage());
        assertFalse(refused.getMessage().contains("Exception"), refused.getMessage());
        assertFalse(Files.exists(folder.resolve("restored")));
    }

    @Test
    void aFileThatIsNotThereOrNoBackupIsBadInput() throws Exception {
        refusesToRestore(folder.resolve("nowhere.zip"));
        refusesToRestore(layout.outbox());
        refusesToRestore(Files.writeString(folder.resolve("letter.txt"), "a letter"));
    }

    @Test
    void aBackupThatWasCutOffIsBadInput() throws Exception {
        Path archive = folder.resolve("backup.zip");
        BackupArchive.pack(layout, new TextDatabase(), archive);
        byte[] whole = Files.readAllBytes(archive);
        refusesToRestore(Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, 40)));
    }

    @Test
    void aBackupIntoAMissingFolderIsBadInput() {
        WorkspaceException refused = assertThrows(
                WorkspaceException.class,
                () -> BackupArchive.pack(layout, new TextDatabase(), folder.resolve("no/backup.zip")));
        assertEquals(Kind.INPUT, refused.kind(), refused.getMessage());
    }

    /** A database that is one line of text. */
    private static class TextDatabase implements DatabaseCopy {

        @Override
        public void copyTo(Path file) throws LedgerException {
            try {
                Files.writeString(file, "all rows");
            } catch (IOException e) {
                throw LedgerException.lasting("no copy", e);
            }
        }

        @Override
        public int beginEpochAfterRestore() {
            return 0;
        }
    }
}
