package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.model.DebtorId;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.proof.PersonalData;
import org.quittance.service.proof.PersonalData.Category;
import org.quittance.service.proof.PersonalData.Erasure;
import org.quittance.service.proof.PersonalData.Obstacle;
import org.quittance.service.proof.PersonalData.Reason;

class PersonalDataTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 2);
    private static final LocalDate DAY = DUE.plusDays(3);
    private static final LocalDate PAID = DAY.plusDays(5);
    private static final DebtorId ANNE = DebtorId.of("anne");

    private final Path folder;
    private final World world;
    private final PersonalData personal;

    PersonalDataTest(@TempDir Path temporary) throws Exception {
        folder = temporary;
        world = new World(temporary.resolve("workspace"));
        personal = world.personalData();
        world.bankDataComplete();
        for (String id : new String[] {"anne", "bob"}) {
            world.debtor(id);
            world.invoice("F-" + id, id, DUE, "120.00");
        }
        world.whole(DAY);
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void everythingHeldIsInOneArchive() throws Exception {
        Path file = folder.resolve("anne.zip");
        PersonalData.Exported exported = personal.export(World.FIRM, ANNE, file, World.CLERK);
        Map<String, byte[]> entries = unzip(file);
        JsonNode data = new ObjectMapper().readTree(entries.getOrDefault("data.json", new byte[0]));
        assertEquals("anne@debiteur.example", data.at("/directory/email").asText());
        assertEquals("2026-03-02", data.at("/records/item/0/due").asText());
        assertEquals(1, data.at("/records/item").size(), "of nobody else");
        assertTrue(data.at("/records/message/0/facts").asText().contains("F-anne"));
        assertFalse(data.toString().contains("F-bob"));
        assertEquals(exported.documents(), entries.size() - 1);
        MessageRecord sent = world.all(MessageState.SENT).stream()
                .filter(record -> record.message().debtor().equals(ANNE))
                .findFirst()
                .orElseThrow();
        assertTrue(entries.containsKey("documents/" + sent.message().id() + "/letter.pdf"), entries.keySet()::toString);
        assertEquals(
                "personal.exported",
                world.journal.entries(World.FIRM, Optional.of(ANNE), 1).get(0).kind());
    }

    @Test
    void anArchiveOverwritesNothingAndAnUnknownDebtorHasNone() throws Exception {
        Path file = Files.writeString(folder.resolve("there.zip"), "x");
        assertThrows(CaseworkException.class, () -> personal.export(World.FIRM, ANNE, file, World.CLERK));
        assertThrows(
                CaseworkException.class,
                () -> personal.export(World.FIRM, DebtorId.of("nobody"), folder.resolve("n.zip"), World.CLERK));
        assertFalse(Files.exists(folder.resolve("n.zip")));
    }

    @Test
    void nothingIsErasedWhileSomethingIsOpen() throws Exception {
        LocalDate day = DAY.plusYears(20);
        world.clock.day = day;
        Erasure refused = personal.erase(World.FIRM, ANNE, day, World.CLERK);
        assertFalse(refused.done());
        assertEquals(
                List.of(Reason.OPEN_ITEMS),
                refused.obstacles().stream().map(Obstacle::reason).toList());
        assertTrue(world.records.standing(World.FIRM, ANNE).known());
    }

    @Test
    void nothingIsErasedWhileTheCaseMayBeNeededInCourt() throws Exception {
        world.payment("p", "F-anne", "120.00", PAID);
        LocalDate until = PAID.plusYears(5);
        world.clock.day = until;
        Erasure refused = personal.erase(World.FIRM, ANNE, until, World.CLERK);
        assertFalse(refused.done());
        Obstacle obstacle = refused.obstacles().get(0);
        assertEquals(Reason.CASE_RETENTION, obstacle.reason());
        assertEquals(Optional.of(until), obstacle.until());
        assertTrue(obstacle.article().orElseThrow().contains("2224"));
    }

    @Test
    void afterFiveYearsTheCaseGoesAndTheAccountsStayNameless() throws Exception {
        world.payment("p", "F-anne", "120.00", PAID);
        Path letter = Files.createDirectories(world.workspace.outbox().resolve("letters"))
                .resolve("a.pdf");
        Files.writeString(letter, "letter");
        output(letter);
        LocalDate day = PAID.plusYears(5).plusDays(1);
        world.clock.day = day;
        Erasure plan = personal.plan(World.FIRM, ANNE, day);
        assertEquals(List.of(), plan.obstacles());
        assertEquals(Category.ACCOUNTS, plan.kept().get(0).category());
        assertEquals(LocalDate.of(2036, 12, 31), plan.kept().get(0).until());
        assertEquals("C. com. art. L123-22", plan.kept().get(0).article());
        assertFalse(plan.done());
        assertTrue(Files.exists(letter), "a plan writes nothing");

        Erasure erased = personal.erase(World.FIRM, ANNE, day, World.CLERK);
        assertTrue(erased.done());
        assertFalse(Files.exists(letter));
        assertTrue(world.journal.verify(World.FIRM).isValid());
        assertEquals(List.of(), world.journal.entries(World.FIRM, Optional.of(ANNE), 10));
        Path rest = folder.resolve("rest.zip");
        personal.export(World.FIRM, ANNE, rest, World.CLERK);
        JsonNode data = new ObjectMapper().readTree(unzip(rest).getOrDefault("data.json", new byte[0]));
        assertEquals(1, data.at("/records/item").size());
        assertTrue(data.at("/records/message").isMissingNode());
        assertEquals("—", data.at("/directory/name").asText());
        assertTrue(data.at("/directory/email").isMissingNode());
        assertFalse(world.journal
                .entries(World.FIRM, Optional.of(DebtorId.of("bob")), 10)
                .isEmpty());
    }

    @Test
    void whatAChannelMadeIsFoundAndErasedInAWorkspaceThatWasMoved() throws Exception {
        world.payment("p", "F-anne", "120.00", PAID);
        Path letter = Files.createDirectories(world.workspace.outbox().resolve("letters"))
                .resolve("a.pdf");
        Files.writeString(letter, "letter");
        output(Path.of("/where/it/was/before/out/letters/a.pdf"));
        Path file = folder.resolve("anne.zip");
        personal.export(World.FIRM, ANNE, file, World.CLERK);
        assertTrue(unzip(file).containsKey("files/a.pdf"), unzip(file).keySet()::toString);
        LocalDate day = PAID.plusYears(5).plusDays(1);
        world.clock.day = day;
        assertTrue(personal.erase(World.FIRM, ANNE, day, World.CLERK).done());
        assertFalse(Files.exists(letter));
    }

    @Test
    void afterTenYearsNothingStays() throws Exception {
        world.payment("p", "F-anne", "120.00", PAID);
        LocalDate day = LocalDate.of(2037, 1, 1);
        world.clock.day = day;
        Erasure erased = personal.erase(World.FIRM, ANNE, day, World.CLERK);
        assertEquals(List.of(), erased.kept());
        assertFalse(world.records.standing(World.FIRM, ANNE).known());
        assertTrue(world.journal.verify(World.FIRM).isValid());
        assertThrows(CaseworkException.class, () -> personal.plan(World.FIRM, ANNE, day));
    }

    @Test
    void nobodyErasesAheadOfTime() throws Exception {
        world.payment("p", "F-anne", "120.00", PAID);
        assertThrows(
                CaseworkException.class, () -> personal.erase(World.FIRM, ANNE, LocalDate.of(2040, 1, 1), World.CLERK));
    }

    /** The recording channel makes no file; a letter channel would have said where its file lies. */
    private void output(Path file) throws Exception {
        try (java.sql.Connection connection = java.sql.DriverManager.getConnection(
                        "jdbc:sqlite:" + world.workspace.directory().resolve("quittance.db"));
                java.sql.Statement statement = connection.createStatement()) {
            assertEquals(
                    1,
                    statement.executeUpdate("UPDATE message SET output = '" + file + "' WHERE debtor = 'anne'"),
                    Set.of(file)::toString);
        }
    }

    private static Map<String, byte[]> unzip(Path file) throws Exception {
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }
}
