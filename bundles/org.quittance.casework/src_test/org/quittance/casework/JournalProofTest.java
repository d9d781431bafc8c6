package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.proof.JournalProof.Checked;
import org.quittance.service.proof.JournalProof.Exported;

class JournalProofTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 2);
    private static final LocalDate DAY = DUE.plusDays(3);

    private final Path folder;
    private final Path archive;
    private final World world;

    JournalProofTest(@TempDir Path temporary) throws Exception {
        folder = temporary.resolve("workspace");
        archive = temporary.resolve("archive");
        world = new World(Files.createDirectories(folder));
        world.bankDataComplete();
        for (String id : new String[] {"anne", "bob", "émile"}) {
            world.debtor(id);
            world.invoice("F-" + id, id, DUE, "120.00");
        }
        world.whole(DAY);
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    private Checked check(List<Path> heads) throws CaseworkException {
        return world.proof.verify(World.FIRM, heads, Optional.empty());
    }

    @Test
    void aHeadFitsTheJournalItWasTakenFromAndAllThatFollows() throws Exception {
        Exported exported = world.proof.export(World.FIRM, archive, false);
        assertEquals(3, exported.files().size());
        world.runs.stop(World.FIRM, true, World.CLERK);
        Checked checked = check(List.of(exported.files().get(0)));
        assertTrue(checked.isValid(), checked::toString);
        assertEquals(
                exported.head().link().hash(),
                checked.heads().get(0).head().link().hash());
    }

    @Test
    void thePrivateKeyIsItsOwnersAloneAlsoAfterARestore() throws Exception {
        world.proof.export(World.FIRM, archive, false);
        Path secret = folder.resolve("etc/keys/journal-private.pem");
        assumeTrue(Files.getFileStore(secret).supportsFileAttributeView("posix"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
        world.proof.export(World.FIRM, archive, false);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
        assertFalse(Files.readString(archive.resolve("journal-public.pem")).contains("PRIVATE"));
    }

    @Test
    void theKeyStaysTheSame() throws Exception {
        world.proof.export(World.FIRM, archive, false);
        String first = Files.readString(archive.resolve("journal-public.pem"));
        world.proof.export(World.FIRM, archive, false);
        assertEquals(first, Files.readString(archive.resolve("journal-public.pem")));
    }

    @Test
    void aCutTailIsFoundAgainstAHeadAndOnlyAgainstIt() throws Exception {
        Path head = world.proof.export(World.FIRM, archive, false).files().get(0);
        long last = world.journal.head(World.FIRM).orElseThrow().link().number();
        long before =
                world.journal.head(World.FIRM, last - 1).orElseThrow().link().lastSequence();
        tamper(
                "DELETE FROM journal_payload WHERE sequence > " + before,
                "DELETE FROM journal_entry WHERE sequence > " + before,
                "DELETE FROM journal_link WHERE number = " + last);
        assertTrue(check(List.of()).isValid(), "the chain alone cannot show it");
        Checked checked = check(List.of(head));
        assertFalse(checked.isValid());
        assertEquals(Optional.of(before + 1), checked.brokenSequence());
        assertTrue(checked.firstBroken().orElseThrow().contains("its tail was cut off"));
    }

    @Test
    void aJournalWrittenAnewIsFoundAgainstAHead() throws Exception {
        Path head = world.proof.export(World.FIRM, archive, false).files().get(0);
        try (World other = new World(folder.resolveSibling("other"))) {
            // The same installation, another history: what a forger with the program would make.
            String id = world.ledger.id();
            other.runs.stop(World.FIRM, true, World.CLERK);
            tamper(other, "UPDATE installation SET id = '" + id + "'");
        }
        Files.createDirectories(folder.resolveSibling("other").resolve("etc/keys"));
        try (World forged = new World(folder.resolveSibling("other"))) {
            for (long link =
                            forged.journal.head(World.FIRM).orElseThrow().link().number();
                    link < world.journal.head(World.FIRM).orElseThrow().link().number();
                    link++) {
                forged.runs.stop(World.FIRM, true, World.CLERK);
            }
            Checked checked =
                    forged.proof.verify(World.FIRM, List.of(head), Optional.of(archive.resolve("journal-public.pem")));
            assertTrue(checked.firstBroken().isPresent());
            assertTrue(checked.heads().get(0).broken().orElseThrow().contains("written anew"), checked::toString);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE journal_entry SET at = at + 1 WHERE sequence = 2 | 2",
                "UPDATE journal_payload SET payload = replace(payload, '1', '2') WHERE sequence = 3 | 3",
                "DELETE FROM journal_entry WHERE sequence = 4 | 4",
            })
    void whatWasTamperedWithInTheFileIsFoundAndNamed(String sql, long sequence) throws Exception {
        assertTrue(check(List.of()).isValid());
        tamper(sql);
        Checked checked = check(List.of());
        assertEquals(Optional.of(sequence), checked.brokenSequence(), checked::toString);
    }

    @Test
    void aHeadThatWasChangedOrSignedByAnotherIsRefused() throws Exception {
        Path head = world.proof.export(World.FIRM, archive, false).files().get(0);
        String text = Files.readString(head);
        Files.writeString(head, text.replace("link: ", "link: 1"));
        CaseworkException changed = assertThrows(CaseworkException.class, () -> check(List.of(head)));
        assertEquals(CaseworkException.Kind.INPUT, changed.kind());
        assertTrue(String.valueOf(changed.getMessage()).contains("the signature does not fit"));
        Files.writeString(head, text);
        assertTrue(check(List.of(head)).isValid());
        try (Stream<Path> keys = Files.list(folder.resolve("etc/keys"))) {
            for (Path key : keys.toList()) {
                Files.delete(key);
            }
        }
        world.proof.export(World.FIRM, folder.resolveSibling("elsewhere"), false);
        assertThrows(CaseworkException.class, () -> check(List.of(head)), "a new key is not the one that signed");
    }

    @Test
    void headsAreKeptAfterRunAndDispatchAndFailingAtItStopsNothing() throws Exception {
        world.headFolder = archive.toString();
        world.runs = world.runs(world.ledger);
        world.prepare(DAY.plusDays(1));
        long afterRun = count(archive);
        assertTrue(afterRun >= 1, "a head after the run");
        world.runs.stop(World.FIRM, true, World.CLERK);
        assertThrows(CaseworkException.class, world::dispatch);
        assertTrue(count(archive) > afterRun, "a head after the dispatch, also after one that was refused");

        Path file = Files.writeString(folder.resolveSibling("not-a-folder"), "x");
        world.headFolder = file.toString();
        world.runs = world.runs(world.ledger);
        world.prepare(DAY.plusDays(2));
        assertEquals("x", Files.readString(file));

        world.headFolder = folder.resolve("inside").toString();
        world.runs = world.runs(world.ledger);
        world.prepare(DAY.plusDays(3));
        assertFalse(Files.exists(folder.resolve("inside")), "a head in the workspace proves nothing");
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".head")).count();
        }
    }

    @Test
    void theDocumentedCheckWithOpensslFindsItWholeAndNamesWhatIsNot() throws Exception {
        for (String tool : List.of("bash", "openssl", "sha256sum", "xxd", "jq")) {
            assumeTrue(isThere(tool), tool);
        }
        Exported exported = world.proof.export(World.FIRM, archive, true);
        Path head = exported.files().get(0);
        Path entries = exported.files().get(3);
        assertEquals(0, shell(head, entries).exit(), () -> shellQuietly(head, entries));

        List<String> lines = Files.readAllLines(entries);
        Files.write(entries, replaced(lines, 1, "claire", "klaire"));
        assertEquals(new Said(1, "entry 2 was changed"), last(shell(head, entries)));
        Files.write(entries, replaced(lines, 2, "\"payload\":\"{", "\"payload\":\"{ "));
        assertEquals(new Said(1, "the payload of entry 3 was changed"), last(shell(head, entries)));
        Files.write(entries, lines.subList(0, lines.size() - 1));
        assertEquals(new Said(1, "the entries do not lead to the head"), last(shell(head, entries)));
        Files.write(entries, lines);
        Files.writeString(head, Files.readString(head).replace("link: ", "link: 1"));
        assertTrue(shell(head, entries).text().contains("Verification Failure"));
    }

    private static List<String> replaced(List<String> lines, int index, String from, String to) {
        List<String> copy = new ArrayList<>(lines);
        assertTrue(copy.get(index).contains(from), copy.get(index));
        copy.set(index, copy.get(index).replace(from, to));
        return copy;
    }

    private record Said(int exit, String text) {}

    private static Said last(Said said) {
        List<String> lines = said.text().lines().toList();
        return new Said(said.exit(), lines.get(lines.size() - 1));
    }

    private String shellQuietly(Path head, Path entries) {
        try {
            return shell(head, entries).text();
        } catch (Exception e) {
            return e.toString();
        }
    }

    /** Runs the shell lines of the document as they stand there. */
    private Said shell(Path head, Path entries) throws Exception {
        StringBuilder script = new StringBuilder("set -eu\n");
        Matcher blocks = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(document());
        while (blocks.find()) {
            script.append(blocks.group(1));
        }
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script.toString());
        builder.directory(archive.toFile()).redirectErrorStream(true);
        builder.environment().put("head", head.toString());
        builder.environment().put("entries", entries.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    private static String document() throws IOException {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path document = at.resolve("releng").resolve("docs").resolve("journal.md");
            if (Files.exists(document)) {
                return Files.readString(document);
            }
        }
        throw new IOException("releng/docs/journal.md is not above the working folder");
    }

    private static boolean isThere(String tool) throws Exception {
        return new ProcessBuilder("sh", "-c", "command -v " + tool).start().waitFor() == 0;
    }

    /** As somebody with a tool of their own would, in the file itself. */
    private void tamper(String... statements) throws Exception {
        tamper(world, statements);
    }

    private static void tamper(World world, String... statements) throws Exception {
        Path file = world.workspace.directory().resolve("quittance.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String trigger : List.of(
                    "journal_entry_is_not_changed",
                    "journal_entry_is_not_deleted",
                    "journal_link_is_not_deleted",
                    "journal_payload_is_not_changed",
                    "journal_payload_is_only_erased")) {
                statement.execute("DROP TRIGGER IF EXISTS " + trigger);
            }
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
