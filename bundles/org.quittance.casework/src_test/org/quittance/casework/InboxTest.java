package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.text.Sentence;
import org.quittance.casework.inbox.FolderInbox;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.ImportService;
import org.quittance.service.casework.InboxService.InboxFile;
import org.quittance.service.casework.InboxService.Outcome;
import org.quittance.service.workspace.Workspace;
import org.quittance.service.workspace.WorkspaceException;

class InboxTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    private static final Actor CLERK = Actor.withAllRoles("clerk");

    private final Path inbox;
    private final Reader reader = new Reader();
    private final FolderInbox service;

    InboxTest(@TempDir Path folder) throws IOException {
        inbox = Files.createDirectories(folder.resolve("inbox"));
        service = new FolderInbox(new OpenFolder(folder), reader, new World.Firms());
    }

    private Path drop(String name, String text) throws IOException {
        Path file = Files.writeString(inbox.resolve(name), text);
        return Files.setLastModifiedTime(file, LONG_AGO);
    }

    private List<InboxFile> pass() throws CaseworkException {
        return service.pass(World.FIRM, CLERK, new ImportService.ImportListener() {});
    }

    @Test
    void aGoodFileIsKeptAsItWasUnderANameOfItsOwn() throws Exception {
        drop("a.csv", "good 1");
        pass();
        drop("a.csv", "good 2");
        InboxFile second = pass().get(0);
        assertEquals(Outcome.PROCESSED, second.outcome());
        assertEquals("good 1", Files.readString(inbox.resolve("processed/a.csv")));
        assertArrayEquals("good 2".getBytes(StandardCharsets.UTF_8), Files.readAllBytes(second.now()));
        assertEquals(inbox.resolve("processed/a-2.csv"), second.now());
        assertFalse(Files.exists(inbox.resolve("a.csv")));
    }

    @Test
    void aRefusedFileHasTheReasonBesideIt() throws Exception {
        drop("b.csv", "unreadable");
        InboxFile file = pass().get(0);
        assertEquals(Outcome.REFUSED, file.outcome());
        String reason = Files.readString(inbox.resolve("refused/b.csv.reason.txt"));
        assertTrue(reason.contains("nobody can read this") && reason.contains("b.csv"), reason);
    }

    @Test
    void aFileRefusedInPartIsProcessedAndTheLinesAreNamed() throws Exception {
        drop("c.csv", "bad line");
        assertEquals(Outcome.PARTLY, pass().get(0).outcome());
        String reason = Files.readString(inbox.resolve("processed/c.csv.reason.txt"));
        assertTrue(reason.contains("7") && reason.contains("amount") && reason.contains("is no amount"), reason);
    }

    @Test
    void aFileOfWhichEveryRecordIsRefusedIsRefused() throws Exception {
        drop("d.pdf", "hopeless");
        InboxFile file = pass().get(0);
        assertEquals(Outcome.REFUSED, file.outcome());
        assertEquals(inbox.resolve("refused/d.pdf"), file.now());
        String reason = Files.readString(inbox.resolve("refused/d.pdf.reason.txt"));
        assertTrue(reason.contains("amount") && reason.contains("is no amount"), reason);
    }

    @Test
    void whatNeedsAnotherFileIsTriedAgainBehindIt() throws Exception {
        drop("1.csv", "needs 2.csv");
        drop("2.csv", "good");
        assertEquals(
                List.of(Outcome.PROCESSED, Outcome.PROCESSED),
                pass().stream().map(InboxFile::outcome).toList());
        assertEquals(List.of("1.csv", "2.csv", "1.csv"), reader.read);
    }

    @Test
    void filesThatAreStillBeingWrittenStay() throws Exception {
        Files.writeString(inbox.resolve("young.csv"), "half");
        for (String name : List.of(".hidden", "a.csv.part", "b.tmp", "~lock.c.csv", "d.crdownload", "e.mapping.json")) {
            drop(name, "good");
        }
        drop("empty.csv", "");
        List<InboxFile> files = pass();
        assertEquals(
                List.of("empty.csv", "young.csv"),
                files.stream().map(InboxFile::name).toList());
        assertTrue(files.stream().allMatch(file -> file.outcome() == Outcome.WAITING));
        assertEquals(List.of(), reader.read);
    }

    @Test
    void aFileThatGrowsWhileItIsReadStaysForTheNextPass() throws Exception {
        drop("grows.csv", "grows");
        assertEquals(Outcome.WAITING, pass().get(0).outcome());
        assertTrue(Files.exists(inbox.resolve("grows.csv")));
    }

    /** The ledger has the file, the folder still has it too: it is read again, which changes nothing, and moved then. */
    @Test
    void aCrashAfterTheImportLosesNothing() throws Exception {
        drop("a.csv", "crash");
        assertThrows(IllegalStateException.class, this::pass);
        assertTrue(Files.exists(inbox.resolve("a.csv")));
        reader.crashes = false;
        assertEquals(Outcome.PROCESSED, pass().get(0).outcome());
        assertEquals(List.of("a.csv", "a.csv"), reader.read);
    }

    @Test
    void aFailureOfTheLedgerLeavesEverythingWhereItIs() throws Exception {
        drop("a.csv", "no ledger");
        drop("b.csv", "good");
        assertThrows(CaseworkException.class, this::pass);
        assertTrue(Files.exists(inbox.resolve("a.csv")) && Files.exists(inbox.resolve("b.csv")));
    }

    @Test
    void twoPassesExcludeEachOther() throws Exception {
        drop("a.csv", "another pass");
        AtomicReference<Optional<CaseworkException>> inner = new AtomicReference<>(Optional.empty());
        reader.meanwhile = () -> inner.set(Optional.of(assertThrows(CaseworkException.class, this::pass)));
        assertEquals(Outcome.PROCESSED, pass().get(0).outcome());
        assertEquals(
                CaseworkException.Kind.UNAVAILABLE, inner.get().orElseThrow().kind());
    }

    @Test
    void aMappingBesideTheFileOrInTheWorkspaceIsUsed() throws Exception {
        Path mappings = Files.createDirectories(inbox.resolveSibling("etc").resolve("mappings"));
        Files.writeString(mappings.resolve("invoices.mapping.json"), "{}");
        Files.writeString(inbox.resolve("customers.mapping.json"), "{}");
        drop("customers.csv", "good");
        drop("invoices-2026-11.csv", "good");
        drop("other.csv", "good");
        pass();
        assertEquals(List.of("customers.mapping.json", "invoices.mapping.json", "none"), reader.mappings);
        assertTrue(Files.exists(inbox.resolve("processed/customers.csv.mapping.json")));
        assertTrue(Files.exists(mappings.resolve("invoices.mapping.json")));
    }

    /** Does what the file says. */
    static final class Reader implements ImportService {

        final List<String> read = new ArrayList<>();
        private final List<String> mappings = new ArrayList<>();
        boolean crashes = true;
        private Runnable meanwhile = () -> {};

        @Override
        public ImportSummary importFiles(
                CreditorId creditor, ImportRequest request, Actor actor, ImportListener listener)
                throws CaseworkException {
            Path file = request.files().get(0);
            read.add(file.getFileName().toString());
            mappings.add(
                    request.mapping().map(path -> path.getFileName().toString()).orElse("none"));
            long taken;
            try {
                String text = Files.readString(file);
                taken = text.startsWith("hopeless") ? 0 : 1;
                switch (text.split(" ")[0]) {
                    case "unreadable" ->
                        throw new CaseworkException(
                                CaseworkException.Kind.INPUT, Sentence.plain("nobody can read this"));
                    case "no" ->
                        throw new CaseworkException(CaseworkException.Kind.WORKSPACE, Sentence.plain("no ledger"));
                    case "bad", "hopeless" ->
                        listener.rejected(new Rejection(file.toString(), 7, "amount", "«x» is no amount"));
                    case "needs" -> {
                        if (!read.contains(text.split(" ")[1])) {
                            listener.rejected(new Rejection(file.toString(), 2, "", "invoice is unknown"));
                        }
                    }
                    case "grows" -> Files.writeString(file, "grows and grows");
                    case "crash" -> {
                        if (crashes) {
                            throw new IllegalStateException("as if the power had failed");
                        }
                    }
                    case "another" -> meanwhile.run();
                    default -> assertTrue(text.startsWith("good"), text);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return new ImportSummary(0, 0, 0, taken, 0, 0, 0, 0, 0, 0);
        }
    }

    record OpenFolder(Path directory) implements Workspace {

        @Override
        public Path outbox() {
            return directory;
        }

        @Override
        public boolean isSimulated() {
            return false;
        }

        @Override
        public void simulate(LocalDate today) {}

        @Override
        public void backup(Path file) throws WorkspaceException {}

        @Override
        public void close() {}
    }
}
