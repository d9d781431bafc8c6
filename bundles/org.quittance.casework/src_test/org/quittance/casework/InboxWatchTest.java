package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.model.Actor;
import org.quittance.api.text.Sentence;
import org.quittance.casework.inbox.FolderInbox;
import org.quittance.casework.inbox.WatchSteps;
import org.quittance.service.casework.InboxService.InboxFile;
import org.quittance.service.casework.InboxWatch;

class InboxWatchTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    private static final Actor CLERK = Actor.withAllRoles("clerk");

    private final Path inbox;
    private final InboxTest.Reader reader = new InboxTest.Reader();
    private final Heard heard = new Heard();
    private final WatchSteps watch;
    private Duration now = Duration.ZERO;

    InboxWatchTest(@TempDir Path folder) throws IOException {
        inbox = folder.resolve("inbox");
        reader.crashes = false;
        watch = new WatchSteps(
                new FolderInbox(new InboxTest.OpenFolder(folder), reader, new World.Firms()), World.FIRM, CLERK, heard);
    }

    private Path drop(String name, String text) throws IOException {
        Path file = Files.writeString(inbox.resolve(name), text);
        return Files.setLastModifiedTime(file, LONG_AGO);
    }

    private void look() {
        now = now.plusSeconds(5);
        watch.look(now);
    }

    @Test
    void aFileIsTakenWhenTwoLooksFindItAlike() throws Exception {
        look();
        drop("a.csv", "good");
        look();
        assertEquals(List.of(), heard.taken);
        look();
        assertEquals(List.of("a.csv PROCESSED"), heard.taken);
        assertTrue(Files.exists(inbox.resolve("processed/a.csv")));
        look();
        assertEquals(1, reader.read.size());
    }

    /** Some programs date a file before they have written it. */
    @Test
    void aFileThatGrowsIsLeftAloneHoweverOldItSaysItIs() throws Exception {
        look();
        for (String more : List.of("g", "go", "goo", "good")) {
            drop("slow.csv", more);
            look();
        }
        assertEquals(List.of(), reader.read);
        drop("done.csv", "good");
        look();
        look();
        assertEquals(List.of("slow.csv", "done.csv"), reader.read);
    }

    @Test
    void aFileThatIsRenamedAtTheEndIsTakenUnderItsName() throws Exception {
        look();
        Path writing = drop("a.csv.part", "good");
        look();
        look();
        Files.move(writing, inbox.resolve("a.csv"));
        look();
        look();
        assertEquals(List.of("a.csv PROCESSED"), heard.taken);
    }

    @Test
    void oneBadFileDoesNotStopTheOthers() throws Exception {
        look();
        drop("1.csv", "unreadable");
        drop("2.csv", "good");
        look();
        look();
        assertEquals(List.of("1.csv REFUSED", "2.csv PROCESSED"), heard.taken);
        assertTrue(Files.exists(inbox.resolve("refused/1.csv.reason.txt")));
    }

    @Test
    void aLedgerThatFailsIsToldOnceAndTriedEverMoreRarely() throws Exception {
        look();
        Path file = drop("a.csv", "no ledger");
        for (int looks = 0; looks < 100; looks++) {
            look();
        }
        assertEquals(List.of("no ledger"), heard.failed);
        assertTrue(reader.read.size() > 2 && reader.read.size() < 10, () -> reader.read.size() + " times");
        assertTrue(Files.exists(file));
        drop("a.csv", "good");
        now = now.plusMinutes(10);
        look();
        look();
        assertEquals(List.of("a.csv PROCESSED"), heard.taken);
    }

    @Test
    void aFolderThatGoesAwayIsToldAndNotMadeAnew() throws Exception {
        look();
        Path away = Files.move(inbox, inbox.resolveSibling("away"));
        look();
        assertEquals(1, heard.failed.size());
        assertTrue(heard.failed.get(0).contains("is not there any more"), heard.failed::toString);
        assertFalse(Files.exists(inbox));
        Files.move(away, inbox);
        drop("a.csv", "good");
        now = now.plusMinutes(1);
        look();
        look();
        assertEquals(List.of("a.csv PROCESSED"), heard.taken);
    }

    /** The import is done, the file not yet moved. */
    @Test
    void aCrashBetweenImportAndMoveIsMadeGoodByTheNextWatch() throws Exception {
        look();
        reader.crashes = true;
        drop("a.csv", "crash");
        look();
        assertThrows(IllegalStateException.class, this::look);
        assertTrue(Files.exists(inbox.resolve("a.csv")));
        reader.crashes = false;
        look();
        assertEquals(List.of("a.csv PROCESSED"), heard.taken);
    }

    private static final class Heard implements InboxWatch.Listener {

        private final List<String> taken = new ArrayList<>();
        private final List<String> failed = new ArrayList<>();

        @Override
        public void taken(List<InboxFile> files) {
            files.forEach(file -> taken.add(file.name() + " " + file.outcome()));
        }

        @Override
        public void failed(Sentence reason) {
            failed.add(reason.toString());
        }
    }
}
