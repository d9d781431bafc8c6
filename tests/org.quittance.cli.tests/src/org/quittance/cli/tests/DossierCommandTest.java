package org.quittance.cli.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents about one debtor of the demo: the evidence file, the statement of account, the call sheet. */
class DossierCommandTest {

    private static final String DEBTOR = "C-05";

    @TempDir
    private static Path folder;

    private static CommandLineSession session;

    @BeforeAll
    static void runTheDemo() throws IOException {
        session = new CommandLineSession(folder.resolve("demo"), Locale.FRENCH);
        session.json(0, "demo");
    }

    @Test
    void aDryRunListsTheExhibitsThatTheDossierThenHas() throws IOException {
        Path file = folder.resolve("dossier.pdf");
        JsonNode listed = session.json(0, "dossier", DEBTOR, "--dry-run");
        assertTrue(listed.get("file").isNull());
        assertFalse(Files.exists(file));
        JsonNode written = session.json(0, "dossier", DEBTOR, "--out", file.toString());
        assertEquals(file.toString(), written.get("file").asText());
        assertEquals(listed.get("exhibits"), written.get("exhibits"));
        boolean message = false;
        for (JsonNode exhibit : written.get("exhibits")) {
            boolean missing = exhibit.get("missing").asBoolean();
            assertEquals(missing, exhibit.get("file").isNull(), exhibit::toString);
            assertTrue(
                    missing
                            || Files.exists(folder.resolve("dossier")
                                    .resolve(exhibit.get("file").asText())),
                    exhibit::toString);
            message |= exhibit.get("kind").asText().equals("MESSAGE") && !missing;
        }
        assertTrue(message, "the letter of the demo is in it");
    }

    @Test
    void nothingIsOverwrittenWithoutForce() throws IOException {
        Path file = folder.resolve("twice.pdf");
        for (String command : new String[] {"dossier", "statement", "callsheet"}) {
            Files.deleteIfExists(file);
            session.type(command, DEBTOR, "--out", file.toString(), "--force").mustExit(0);
            byte[] first = Files.readAllBytes(file);
            assertEquals("%PDF-", new String(first, 0, 5, StandardCharsets.US_ASCII));
            CommandLineSession.Result again = session.type(command, DEBTOR, "--out", file.toString());
            assertTrue(again.mustExit(3).err().contains("--force"), again::err);
            assertArrayEquals(first, Files.readAllBytes(file));
        }
    }

    @Test
    void aStatementWithoutANameGoesToWhatTheWorkspacePutsOut() throws IOException {
        for (String command : new String[] {"statement", "callsheet", "statement"}) {
            Path file = Path.of(session.json(0, command, DEBTOR).get("file").asText());
            assertTrue(Files.exists(file), file::toString);
            assertTrue(
                    file.toAbsolutePath().startsWith(folder.resolve("demo/out").toAbsolutePath()), file::toString);
        }
    }

    @Test
    void aClaimIssuedForALaterDayMovesTheSimulatedClockALookAtOneDoesNot() throws IOException {
        String today = session.json(0, "ageing").get("asOf").asText();
        String later = LocalDate.parse(today).plusDays(5).toString();
        Path file = folder.resolve("claim.pdf");
        session.type("statement", DEBTOR, "--as-of", later).mustExit(0);
        session.type("claim", DEBTOR, "--as-of", later, "--dry-run", "--out", file.toString())
                .mustExit(0);
        assertEquals(today, session.json(0, "ageing").get("asOf").asText());
        session.type("claim", DEBTOR, "--as-of", later, "--out", file.toString(), "--force")
                .mustExit(0);
        assertEquals(later, session.json(0, "ageing").get("asOf").asText());
    }

    @Test
    void wrongUsageIsNamed() {
        assertTrue(session.type("dossier", DEBTOR).mustExit(2).err().contains("--out"));
        assertTrue(session.type("statement", "nobody-at-all", "--out", "x.pdf")
                .mustExit(2)
                .err()
                .contains("nobody-at-all"));
        assertTrue(session.type("callsheet", DEBTOR, "--out", "x.pdf", "--language", "it")
                .mustExit(2)
                .err()
                .contains("it"));
        assertTrue(session.typeExactly("dossier", "--help").mustExit(0).out().contains("pièces"));
    }
}
