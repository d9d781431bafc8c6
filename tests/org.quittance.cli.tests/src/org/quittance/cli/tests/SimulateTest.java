package org.quittance.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The days to come are played on a copy; the workspace and everything outside stay as they are. */
class SimulateTest {

    @TempDir
    private Path folder;

    @Test
    void theLadderIsClimbedOnACopyAndTheWorkspaceStaysAsItIs() throws Exception {
        CommandLineSession session = new CommandLineSession(folder.resolve("demo"), Locale.ENGLISH);
        session.json(0, "demo");
        Path heads = Files.createDirectory(folder.resolve("heads"));
        Files.writeString(
                folder.resolve("demo/etc/org.quittance.proof.heads.json"),
                "{\"directory\": \"" + heads.toString().replace('\\', '/') + "\"}");
        JsonNode before = session.json(0, "journal", "verify");
        JsonNode played = session.json(0, "simulate", "--days", "45");
        Set<String> steps = new HashSet<>();
        LocalDate last = LocalDate.parse(played.get("from").asText());
        for (JsonNode day : played.get("days")) {
            LocalDate date = LocalDate.parse(day.get("date").asText());
            assertFalse(date.isBefore(last), "days in order");
            last = date;
            Set<String> once = new HashSet<>();
            for (JsonNode action : day.get("actions")) {
                steps.add(action.get("step").asText());
                assertTrue(
                        once.add(action.get("debtor").asText()
                                + action.get("step").asText()
                                + action.get("invoices")
                                + action.get("currency").asText()),
                        () -> "twice on a day: " + action);
            }
        }
        assertTrue(steps.containsAll(Set.of("courteous", "firm", "last", "formal-notice")), steps::toString);
        assertEquals(before, session.json(0, "journal", "verify"));
        assertEquals(2, session.type("simulate", "--days", "0").exit());
    }
}
