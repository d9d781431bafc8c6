package org.quittance.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proof, personal data and write-offs as a person types them. */
class ProofTest {

    @TempDir
    private static Path folder;

    private static Path workspace;
    private static Path heads;
    private static JsonNode demo;

    @BeforeAll
    static void runTheDemo() throws IOException {
        workspace = folder.resolve("demo");
        heads = folder.resolve("heads");
        demo = new CommandLineSession(workspace).json(0, "demo");
        Files.writeString(
                workspace.resolve("etc").resolve("org.quittance.proof.heads.json"),
                "{\"folder\": \"" + heads.toString().replace('\\', '/') + "\"}");
    }

    private static CommandLineSession session() {
        return new CommandLineSession(workspace);
    }

    private static String openInvoice() {
        for (JsonNode silent : demo.get("run").get("silent")) {
            if (silent.get("reason").asText().equals("NOT_YET")) {
                return silent.get("invoice").asText();
            }
        }
        throw new AssertionError("the demo has an invoice whose turn has not come");
    }

    @Test
    void anExportedHeadIsVerified() throws IOException {
        Path archive = folder.resolve("archive");
        JsonNode exported = session().json(0, "journal", "export", "--out", archive.toString(), "--entries");
        assertEquals(4, exported.get("files").size());
        JsonNode verified = session()
                .json(
                        0,
                        "journal",
                        "verify",
                        "--head",
                        exported.get("files").get(0).asText());
        assertTrue(verified.get("valid").asBoolean());
        assertTrue(verified.get("brokenSequence").isNull());
        assertEquals(
                exported.get("entries").asLong(),
                verified.get("heads").get(0).get("entries").asLong());
    }

    @Test
    void aHeadThatWasTamperedWithIsBadInput() throws IOException {
        Path file = folder.resolve("one.head");
        session().json(0, "journal", "export", "--out", file.toString());
        Files.writeString(file, Files.readString(file).replace("link: ", "link: 9"));
        session().type("journal", "verify", "--head", file.toString()).mustExit(3);
    }

    @Test
    void headsAreKeptWhereTheConfigurationSays() throws IOException {
        session().type("run");
        try (Stream<Path> files = Files.list(heads)) {
            assertTrue(files.anyMatch(file -> file.toString().endsWith(".head")));
        }
    }

    @Test
    void aCommandThatJournalsKeepsAHeadWhenOneIsDue() throws IOException {
        session().type("run");
        try (Stream<Path> files = Files.list(heads)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        session().json(0, "stop", "on");
        session().json(0, "stop", "off");
        try (Stream<Path> files = Files.list(heads)) {
            assertEquals(
                    1,
                    files.filter(file -> file.toString().endsWith(".head")).count(),
                    "the second one is not due for a day");
        }
    }

    @Test
    void whatIsHeldAboutADebtorIsGivenButNotErasedWhileSomethingIsOpen() throws IOException {
        String debtor = demo.get("run").get("actions").get(0).get("debtor").asText();
        Path file = folder.resolve("debtor.zip");
        JsonNode exported = session().json(0, "export", debtor, "--out", file.toString());
        assertTrue(exported.get("rows").asLong() > 3);
        assertTrue(Files.size(file) > 0);
        session().type("export", debtor, "--out", file.toString()).mustExit(2);
        JsonNode plan = session().json(0, "erase", debtor);
        assertFalse(plan.get("erased").asBoolean());
        assertEquals("OPEN_ITEMS", plan.get("obstacles").get(0).get("reason").asText());
        assertFalse(plan.get("kept").get(0).get("article").asText().isBlank());
        session().type("erase", debtor, "--confirm").mustExit(3);
        String french = new CommandLineSession(workspace, Locale.FRENCH)
                .type("erase", debtor)
                .mustExit(0)
                .out();
        assertTrue(french.contains("rien n’est effacé maintenant"), french);
    }

    @Test
    void anInvoiceIsWrittenOffUndoneAndWrittenOffWithItsFile() throws IOException {
        String invoice = openInvoice();
        JsonNode recorded = session().json(0, "writeoff", invoice, "--reason", "disparu sans laisser d’adresse");
        assertEquals("RECORDED", recorded.get("writeOffs").get(0).get("state").asText());
        assertEquals(
                "WRITTEN_OFF",
                session().json(0, "explain", invoice).get("reason").asText());
        JsonNode undone = session().json(0, "writeoff", invoice, "--undo");
        assertEquals("UNDONE", undone.get("writeOffs").get(0).get("state").asText());
        session().type("writeoff", invoice).mustExit(2);
        session()
                .type("writeoff", invoice, "--file", folder.resolve("x.zip").toString())
                .mustExit(2);
        Path file = folder.resolve("tva.zip");
        JsonNode issued = session()
                .json(
                        0,
                        "writeoff",
                        invoice,
                        "--reason",
                        "liquidation",
                        "--ground",
                        "liquidation",
                        "--file",
                        file.toString(),
                        "--vat-rate",
                        "20");
        assertEquals(64, issued.get("sha256").asText().length());
        assertTrue(Files.size(file) > 0);
        session().type("writeoff", invoice, "--undo").mustExit(2);
        assertTrue(session().json(0, "journal", "verify").get("valid").asBoolean());
    }

    @Test
    void theTimerOfHeadsAndTheOtherComponentsOfProofAndLawAreWired() throws IOException {
        Map<String, Integer> active = new HashMap<>();
        for (JsonNode row : session().json(0, "services").get("services")) {
            if (Set.of("ACTIVE", "SATISFIED").contains(row.get("state").asText())) {
                active.merge(row.get("kind").asText(), 1, Integer::sum);
            }
        }
        for (String kind : new String[] {
            "HeadTimer", "HeadArchive", "JournalProof", "PersonalData", "WriteOffs", "ClaimStatements", "LimitWatch"
        }) {
            assertEquals(1, active.getOrDefault(kind, 0), kind + " in " + active);
        }
        assertEquals(6, active.getOrDefault("LegalLimits", 0), "one for each country with a source");
    }

    @Test
    void everyCommandHasHelpInBothLanguages() {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.FRENCH}) {
            CommandLineSession here = new CommandLineSession(workspace, locale);
            for (String command : new String[] {"export", "erase", "writeoff"}) {
                String help = here.typeExactly(command, "--help").mustExit(0).out();
                assertTrue(help.length() > 200, help);
            }
            assertTrue(here.typeExactly("journal", "export", "--help")
                    .mustExit(0)
                    .out()
                    .contains("--entries"));
        }
    }
}
