package org.quittance.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.service.workspace.WorkspaceException;
import org.quittance.service.workspace.WorkspaceException.Kind;

class WorkspaceLayoutTest {

    private final Path folder;

    WorkspaceLayoutTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void makesANewFolderAWorkspace() throws Exception {
        WorkspaceLayout layout = WorkspaceLayout.claim(folder.resolve("new"));
        layout.createFolders();
        assertTrue(Files.isDirectory(layout.outbox()));
        assertTrue(Files.isDirectory(layout.plugins()));
    }

    @Test
    void askingWhetherAFolderIsAWorkspaceTouchesNothing() throws Exception {
        assertFalse(WorkspaceLayout.isWorkspace(folder.resolve("new")));
        assertFalse(Files.exists(folder.resolve("new")));
        WorkspaceLayout layout = WorkspaceLayout.claim(folder.resolve("new"));
        WorkspaceFile.readOrCreate(layout.descriptor(), Optional.empty());
        assertTrue(WorkspaceLayout.isWorkspace(folder.resolve("new")));
    }

    @Test
    void refusesAFolderWithOtherFilesInIt() throws Exception {
        Files.writeString(folder.resolve("thesis.odt"), "precious");
        WorkspaceException refused = assertThrows(WorkspaceException.class, () -> WorkspaceLayout.claim(folder));
        assertEquals(Kind.USAGE, refused.kind());
        assertTrue(refused.getMessage().contains(folder.toString()), refused.getMessage());
    }

    @Test
    void whatWasMadeIsTakenAwayAndTheFolderOfSomebodyElseStays() throws Exception {
        WorkspaceLayout own = WorkspaceLayout.claim(folder.resolve("new"));
        own.createFolders();
        own.remove(false);
        assertFalse(Files.exists(folder.resolve("new")));
        WorkspaceLayout given = WorkspaceLayout.claim(Files.createDirectory(folder.resolve("given")));
        given.createFolders();
        given.remove(true);
        try (var entries = Files.list(folder.resolve("given"))) {
            assertEquals(0, entries.count());
        }
    }

    @Test
    void aFileSystemNobodyKnowsIsNoReasonToRefuse() throws Exception {
        assertEquals("", WorkspaceLayout.fileSystem(folder.resolve("nowhere")));
        Files.createDirectories(folder);
        assertEquals(Files.getFileStore(folder).type(), WorkspaceLayout.fileSystem(folder));
    }

    @Test
    void twoCannotHaveTheLockAtOnce() throws Exception {
        Path file = folder.resolve("workspace.lock");
        WorkspaceLock first = WorkspaceLock.take(file);
        WorkspaceException refused = assertThrows(WorkspaceException.class, () -> WorkspaceLock.take(file));
        assertEquals(Kind.LOCKED, refused.kind());
        first.release();
        WorkspaceLock.take(file).release();
    }

    @Test
    void aWorkspaceOfANewerFormatIsRefused() throws Exception {
        Path file = folder.resolve("workspace.json");
        Files.writeString(file, "{\"format\": 99}");
        WorkspaceException refused =
                assertThrows(WorkspaceException.class, () -> WorkspaceFile.readOrCreate(file, Optional.empty()));
        assertEquals(Kind.DAMAGED, refused.kind());
        assertTrue(refused.getMessage().contains("99"), refused.getMessage());
    }

    @Test
    void aRealWorkspaceNeverBecomesSimulated() throws Exception {
        Path file = folder.resolve("workspace.json");
        WorkspaceFile.readOrCreate(file, Optional.empty());
        WorkspaceException refused = assertThrows(
                WorkspaceException.class,
                () -> WorkspaceFile.readOrCreate(file, Optional.of(LocalDate.of(2026, 11, 20))));
        assertEquals(Kind.USAGE, refused.kind());
    }

    @Test
    void theSimulatedDayIsStillThereTheNextTime() throws Exception {
        Path file = folder.resolve("workspace.json");
        WorkspaceFile first = WorkspaceFile.readOrCreate(file, Optional.of(LocalDate.of(2026, 11, 20)));
        first.simulate(LocalDate.of(2026, 11, 23));
        WorkspaceFile second = WorkspaceFile.readOrCreate(file, Optional.empty());
        assertEquals(Optional.of(LocalDate.of(2026, 11, 23)), second.simulatedToday());
    }
}
