package org.quittance.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.model.Actor;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Role;
import org.quittance.api.vat.BadDebt;
import org.quittance.api.vat.BadDebtRelief;
import org.quittance.api.vat.Enclosure;
import org.quittance.api.vat.LossGround;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.decision.Reason;
import org.quittance.service.proof.WriteOffs;
import org.quittance.service.proof.WriteOffs.Listing;
import org.quittance.service.proof.WriteOffs.Loss;
import org.quittance.service.proof.WriteOffs.State;
import org.quittance.service.proof.WriteOffs.VatFile;
import org.quittance.service.proof.WriteOffs.VatRequest;

class WriteOffTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 2);
    private static final LocalDate DAY = DUE.plusDays(3);
    private static final Loss LOSS = new Loss("entreprise introuvable", LossGround.IRRECOVERABLE, DAY);

    private final Path folder;
    private final World world;
    private final WriteOffs writeOffs;

    WriteOffTest(@TempDir Path temporary) throws Exception {
        folder = temporary;
        world = new World(temporary.resolve("workspace"));
        writeOffs = world.writeOffs(new Relief());
        world.bankDataComplete();
        world.debtor("anne");
        world.invoice("F-1", "anne", DUE, "120.00");
        world.invoice("F-2", "anne", DUE, "99.99");
        world.clock.day = DAY;
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void whatIsWrittenOffLeavesDunningAtOnceAndTheRestGoesOn() throws Exception {
        world.prepare(DAY);
        world.approve();
        Listing listing = writeOffs.record(World.FIRM, "F-1", LOSS, DAY, World.CLERK);
        assertEquals(1, listing.writeOffs().size());
        assertEquals("120.00", listing.writeOffs().get(0).amount().toDecimalString());
        assertEquals(1, world.all(MessageState.WITHDRAWN).size(), "what was approved is taken back");
        World.Heard heard = world.prepare(DAY);
        assertEquals(
                List.of(List.of("F-2")),
                heard.actions.stream().map(action -> action.invoices()).toList());
        assertTrue(
                heard.silent.stream().anyMatch(answer -> answer.reason() == Reason.WRITTEN_OFF),
                heard.silent::toString);
    }

    @Test
    void aDebtorIsWrittenOffWholeAndTwiceChangesNothing() throws Exception {
        assertEquals(
                2,
                writeOffs
                        .record(World.FIRM, "anne", LOSS, DAY, World.CLERK)
                        .writeOffs()
                        .size());
        long entries = world.journal.verify(World.FIRM).entries();
        assertEquals(
                2,
                writeOffs
                                .record(World.FIRM, "F-1", LOSS, DAY, World.CLERK)
                                .writeOffs()
                                .size()
                        + writeOffs
                                .record(World.FIRM, "F-2", LOSS, DAY, World.CLERK)
                                .writeOffs()
                                .size());
        assertEquals(entries, world.journal.verify(World.FIRM).entries());
        assertEquals(List.of(), world.prepare(DAY).actions);
    }

    @Test
    void undoneBeforeTheFileItIsDunnedAgainAsIfNothingHadBeen() throws Exception {
        writeOffs.record(World.FIRM, "anne", LOSS, DAY, World.CLERK);
        Listing undone = writeOffs.undo(World.FIRM, "anne", DAY, World.CLERK);
        assertTrue(undone.writeOffs().stream().allMatch(writeOff -> writeOff.state() == State.UNDONE));
        assertEquals(1, world.prepare(DAY).actions.size());
        assertThrows(CaseworkException.class, () -> writeOffs.undo(World.FIRM, "anne", DAY, World.CLERK));
        assertEquals(
                2,
                writeOffs
                        .record(World.FIRM, "anne", LOSS, DAY, World.CLERK)
                        .writeOffs()
                        .size());
        assertEquals(List.of(), world.prepare(DAY).actions);
    }

    @Test
    void theFileHoldsTheStatutoryMentionTheListAndTheEvidence() throws Exception {
        world.whole(DAY);
        writeOffs.record(World.FIRM, "anne", LOSS, DAY, World.CLERK);
        Path proof = Files.writeString(folder.resolve("certificat.txt"), "certificat");
        Path file = folder.resolve("tva.zip");
        VatFile issued = writeOffs.issue(
                World.FIRM, "anne", new VatRequest(file, new BigDecimal("20"), List.of(proof)), DAY, World.CLERK);
        assertEquals("83.33", issued.lines().get(1).net().toDecimalString());
        assertEquals("16.66", issued.lines().get(1).vat().toDecimalString(), "both parts add up to what is unpaid");
        assertTrue(issued.lines().stream().allMatch(line -> line.writeOff().state() == State.ISSUED));
        Map<String, String> entries = unzip(file);
        String statement = entries.getOrDefault("statement.txt", "");
        assertEquals("[F-1 100.00 20.00, F-2 83.33 16.66]", statement);
        assertEquals("certificat", entries.get("evidence/certificat.txt"));
        assertTrue(
                entries.keySet().stream().anyMatch(name -> name.matches("messages/[0-9-]+-letter.pdf")),
                entries.keySet()::toString);
        assertTrue(entries.getOrDefault("journal.jsonl", "").contains("writeoff.recorded"));
        String hash = DocumentFile.of("x", "text/plain", statement.getBytes(StandardCharsets.UTF_8))
                .sha256();
        assertTrue(entries.getOrDefault("sha256.txt", "").contains(hash + "  statement.txt"));
    }

    /** Files what it is given. */
    private static final class Relief implements BadDebtRelief {

        @Override
        public boolean governs(Creditor creditor) {
            return creditor.address().country().equals("FR");
        }

        @Override
        public List<Enclosure> file(BadDebt debt) {
            List<Enclosure> file = new ArrayList<>();
            List<String> lines = debt.items().stream()
                    .map(item -> item.number() + " " + item.net().toDecimalString() + " "
                            + item.vat().toDecimalString())
                    .toList();
            file.add(new Enclosure("", text("statement.txt", lines.toString())));
            file.add(new Enclosure("", text("journal.jsonl", debt.chronology())));
            debt.messages().forEach(message -> file.add(new Enclosure("messages", message)));
            debt.evidence().forEach(evidence -> file.add(new Enclosure("evidence", evidence)));
            return file;
        }

        private static DocumentFile text(String name, String text) {
            return DocumentFile.of(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void whereNoProviderKnowsTheCountryThatIsSaidAndTheWriteOffStands() throws Exception {
        WriteOffs alone = world.writeOffs();
        alone.record(World.FIRM, "F-1", LOSS, DAY, World.CLERK);
        VatRequest request = new VatRequest(folder.resolve("tva.zip"), new BigDecimal("20"), List.of());
        CaseworkException refusal =
                assertThrows(CaseworkException.class, () -> alone.issue(World.FIRM, "F-1", request, DAY, World.CLERK));
        assertTrue(String.valueOf(refusal.getMessage()).contains("the tax office of FR"), refusal.toString());
        assertFalse(Files.exists(request.file()));
        alone.undo(World.FIRM, "F-1", DAY, World.CLERK);
    }

    @Test
    void anApproverWhoIsNoClerkWritesOffWhatIsPrepared() throws Exception {
        world.prepare(DAY);
        Actor approver = Actor.of("alain", Set.of(Role.APPROVER));
        writeOffs.record(World.FIRM, "anne", LOSS, DAY, approver);
        assertEquals(1, world.all(MessageState.WITHDRAWN).size());
    }

    @Test
    void onceTheFileIsIssuedNothingIsUndone() throws Exception {
        writeOffs.record(World.FIRM, "F-1", LOSS, DAY, World.CLERK);
        Path file = folder.resolve("tva.zip");
        VatRequest request = new VatRequest(file, new BigDecimal("20"), List.of());
        writeOffs.issue(World.FIRM, "F-1", request, DAY, World.CLERK);
        CaseworkException refusal =
                assertThrows(CaseworkException.class, () -> writeOffs.undo(World.FIRM, "F-1", DAY, World.CLERK));
        assertTrue(String.valueOf(refusal.getMessage()).contains("cannot be undone"));
        assertThrows(
                CaseworkException.class,
                () -> writeOffs.issue(World.FIRM, "F-1", request, DAY, World.CLERK),
                "nothing is overwritten");
        assertEquals(
                List.of(List.of("F-2")),
                world.prepare(DAY).actions.stream()
                        .map(action -> action.invoices())
                        .toList());
    }

    @Test
    void aFileThatCannotBeMadeLeavesTheWriteOffUndoable() throws Exception {
        writeOffs.record(World.FIRM, "F-1", LOSS, DAY, World.CLERK);
        VatRequest missing = new VatRequest(
                folder.resolve("tva.zip"), new BigDecimal("20"), List.of(folder.resolve("not-there.pdf")));
        CaseworkException refusal = assertThrows(
                CaseworkException.class, () -> writeOffs.issue(World.FIRM, "F-1", missing, DAY, World.CLERK));
        assertEquals(CaseworkException.Kind.INPUT, refusal.kind());
        assertFalse(Files.exists(folder.resolve("tva.zip")));
        writeOffs.undo(World.FIRM, "F-1", DAY, World.CLERK);
    }

    @Test
    void whatIsNotOpenOrNotThereIsRefused() {
        assertThrows(CaseworkException.class, () -> writeOffs.record(World.FIRM, "F-9", LOSS, DAY, World.CLERK));
        assertThrows(
                CaseworkException.class,
                () -> writeOffs.record(
                        World.FIRM, "F-1", new Loss("x", LossGround.LIQUIDATION, DAY.plusDays(1)), DAY, World.CLERK));
    }

    private static Map<String, String> unzip(Path file) throws Exception {
        Map<String, String> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
