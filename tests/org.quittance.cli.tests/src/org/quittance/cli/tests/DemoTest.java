package org.quittance.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer sees: the demo company's run, and every command on it afterwards. */
class DemoTest {

    private static final Set<String> STEPS_OF_THE_STANDARD_LADDER =
            Set.of("courtesy-note", "courteous", "firm", "call", "last", "formal-notice", "handover");

    /** The demo has an invoice whose debtor nobody knows, so a run is done with something not handled. */
    private static final int ONE_DEBTOR_IS_BROKEN = 1;

    @TempDir
    private static Path folder;

    private static Path workspace;
    private static JsonNode demo;

    @BeforeAll
    static void runTheDemo() throws IOException {
        workspace = folder.resolve("demo");
        demo = new CommandLineSession(workspace).json(0, "demo");
    }

    private static CommandLineSession session() {
        return new CommandLineSession(workspace);
    }

    @Test
    void nothingOfTheDemoFilesIsRefused() {
        demo.get("imported")
                .forEach(file -> assertEquals(0, file.get("rejected").size(), file::toString));
        assertEquals("2026-11-20", demo.get("asOf").asText());
    }

    @Test
    void everyStepOfTheLadderIsTakenForSomebody() {
        Set<String> steps = new HashSet<>();
        demo.get("run")
                .get("actions")
                .forEach(action -> steps.add(action.get("step").asText()));
        assertTrue(steps.containsAll(STEPS_OF_THE_STANDARD_LADDER), steps::toString);
    }

    @Test
    void everyOpenItemIsActedUponOrHasAReasonInWords() {
        JsonNode run = demo.get("run");
        long acted = run.get("counts").get("reasons").path("ACT").asLong()
                + run.get("counts").get("reasons").path("ACT_LISTED").asLong();
        assertEquals(
                run.get("counts").get("items").asLong(),
                acted + run.get("silent").size());
        run.get("silent").forEach(silent -> {
            assertFalse(silent.get("reason").asText().isBlank());
            assertTrue(silent.get("text").asText().length() > 10, silent::toString);
        });
    }

    @Test
    void lettersAndMailsAreFilesThatOpen() throws IOException {
        Map<String, List<Path>> byEnding;
        try (Stream<Path> files = Files.walk(workspace.resolve("out"))) {
            byEnding = files.filter(Files::isRegularFile)
                    .collect(Collectors.groupingBy(file -> file.toString().replaceAll(".*\\.", "")));
        }
        for (Path letter : byEnding.get("pdf")) {
            String head = new String(Files.readAllBytes(letter), 0, 5, StandardCharsets.US_ASCII);
            assertEquals("%PDF-", head, letter::toString);
        }
        for (Path mail : byEnding.get("eml")) {
            String text = Files.readString(mail, StandardCharsets.US_ASCII);
            assertTrue(text.contains("Message-ID: <"), mail::toString);
            assertTrue(text.contains("multipart/"), mail::toString);
        }
    }

    @Test
    void amountsAreNeverAddedAcrossCurrencies() {
        Set<String> currencies = new TreeSet<>();
        demo.get("ageing")
                .get("totals")
                .forEach(total -> currencies.add(total.get("currency").asText()));
        assertTrue(currencies.size() > 1, currencies::toString);
        demo.get("run")
                .get("actions")
                .forEach(action -> assertEquals(
                        decimal(action, "total"),
                        decimal(action, "principal")
                                .add(decimal(action, "interest"))
                                .add(decimal(action, "indemnity"))
                                .add(decimal(action, "fees")),
                        action::toString));
    }

    private static java.math.BigDecimal decimal(JsonNode node, String field) {
        return new java.math.BigDecimal(node.get(field).asText());
    }

    @Test
    void runningAgainOnTheSameDayPreparesNothing() throws IOException {
        JsonNode again = session().json(ONE_DEBTOR_IS_BROKEN, "run", "--approve");
        assertEquals(0, again.get("counts").get("messages").asLong());
    }

    @Test
    void aDryRunDecidesWithoutWriting() throws IOException {
        JsonNode before = session().json(0, "journal", "verify");
        JsonNode dry = session().json(ONE_DEBTOR_IS_BROKEN, "run", "--dry-run", "--as-of", "2026-11-23");
        assertTrue(dry.get("run").isNull());
        assertTrue(dry.get("counts").get("items").asLong() > 0);
        assertEquals(before, session().json(0, "journal", "verify"));
    }

    @Test
    void explainAgreesWithTheRunForEverySilentInvoice() throws IOException {
        Map<String, String> reasons = new HashMap<>();
        demo.get("run")
                .get("silent")
                .forEach(silent -> reasons.put(
                        silent.get("invoice").asText() + "/"
                                + silent.get("instalment").asInt(),
                        silent.get("reason").asText()));
        int compared = 0;
        for (Map.Entry<String, String> entry : reasons.entrySet()) {
            if (compared == 12 || entry.getValue().equals("CREDIT")) {
                continue;
            }
            String number = entry.getKey().substring(0, entry.getKey().indexOf('/'));
            JsonNode explained = session().json(0, "explain", number);
            for (JsonNode one : explained.get("instalments")) {
                String key = number + "/" + one.get("instalment").asInt();
                if (key.equals(entry.getKey())) {
                    assertEquals(entry.getValue(), one.get("reason").asText(), key);
                    assertTrue(one.get("because").size() > 0, one::toString);
                    compared++;
                }
            }
        }
        assertTrue(compared > 5, reasons::toString);
    }

    @Test
    void aCaseShowsItemsMessagesAndTimeline() throws IOException {
        String debtor = demo.get("run").get("actions").get(0).get("debtor").asText();
        JsonNode view = session().json(0, "case", debtor);
        assertEquals(debtor, view.get("debtor").get("id").asText());
        assertTrue(view.get("items").size() > 0);
        assertTrue(view.get("timeline").size() > 0);
        assertTrue(view.has("commitments"));
    }

    @Test
    void theFourServicesAreListedAsActive() throws IOException {
        Map<String, String> states = new HashMap<>();
        session()
                .json(0, "services")
                .get("services")
                .forEach(row -> states.merge(
                        row.get("kind").asText(),
                        row.get("state").asText(),
                        (one, other) -> one.equals("ACTIVE") ? one : other));
        assertEquals("ACTIVE", states.get("InvoiceStore"));
        assertEquals("ACTIVE", states.get("ReminderChannel"));
        assertTrue(Set.of("ACTIVE", "SATISFIED").contains(states.get("LegalEscalation")), states::toString);
        assertTrue(states.containsKey("CollectionAgencyConnector"));
    }

    @Test
    void aBackupRestoresIntoAStoppedWorkspace() throws IOException {
        Path archive = folder.resolve("backup.zip");
        session().type("backup", archive.toString()).mustExit(0);
        Path restored = folder.resolve("restored");
        CommandLineSession there = new CommandLineSession(restored);
        JsonNode result = there.json(0, "restore", archive.toString());
        assertTrue(result.get("stopped").asBoolean());
        assertTrue(there.json(0, "journal", "verify").get("valid").asBoolean());
        assertEquals(3, there.type("dispatch").exit());
        there.type("stop", "off").mustExit(0);
        there.type("dispatch").mustExit(0);
    }

    @Test
    void theDemoRefusesAFolderWithDataInIt() {
        CommandLineSession.Result again = session().type("demo").mustExit(2);
        assertTrue(again.err().contains(workspace.toString()), again::err);
    }

    @Test
    void frenchSpeakersReadFrench() {
        CommandLineSession.Result help = new CommandLineSession(workspace, Locale.FRENCH)
                .typeExactly("run", "--help")
                .mustExit(0);
        assertTrue(help.out().contains("campagne"), help::out);
        CommandLineSession.Result ageing = new CommandLineSession(workspace, Locale.FRENCH).type("ageing");
        assertTrue(ageing.out().contains("Balance âgée"), ageing::out);
        assertNotEquals(ageing.out(), session().type("ageing").out());
    }
}
