package org.quittance.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads on the way from a run to letters that were posted: a small firm without an e-mail address. */
class OutputTest {

    private static final String FRIDAY = "2026-03-06";
    private static final String SUNDAY = "2026-03-08";
    private static final String MONDAY = "2026-03-09";

    private static final String MAPPING = """
        {"dates": "yyyy-MM-dd", "decimal": ".", "currency": {"constant": "EUR"}, "paymentsKnownUntil": "2026-03-06",
         "records": {"invoice": {"number": "invoice", "debtor": "debtor", "issueDate": "issued",
           "due": "due", "amount": "amount", "due2": "due 2", "amount2": "amount 2",
           "evidence": {"grade": {"constant": "DECLARED"}, "sentOn": "issued", "source": {"constant": "test"}}}}}
        """;

    private final Path folder;
    private final CommandLineSession session;

    OutputTest(@TempDir Path folder) {
        this.folder = folder;
        this.session = new CommandLineSession(folder.resolve("workspace"));
    }

    @BeforeEach
    void bringIn() throws IOException {
        session.type("import", "--simulated", file("debtors.csv", """
            debtor,name,kind,country,email,street,postal code,town
            D1,Boulangerie Modèle,BUSINESS,FR,achats@modele.example,1 rue du Modèle,69001,Lyon
            D2,Garage Exemple,BUSINESS,FR,garage@exemple.example,2 rue du Modèle,69001,Lyon
            """)).mustExit(0);
        session.type("import", file("invoices.csv", """
            invoice,debtor,issued,due,amount,due 2,amount 2
            F1,D1,2026-01-05,2026-02-20,100.00,,
            F2,D2,2026-01-05,2026-02-10,60.00,2026-02-25,40.00
            F3,D2,2026-01-05,2026-06-30,40.00,,
            """), "--mapping", file("m.json", MAPPING))
                .mustExit(0);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private String out(String... words) {
        return session.type(words).mustExit(0).out();
    }

    @Test
    void aDryRunNamesTheMediumThatIsUsed() throws IOException {
        JsonNode dry = session.json(0, "run", "--dry-run", "--as-of", FRIDAY);
        assertEquals(2, dry.get("actions").size(), dry::toString);
        JsonNode real = session.json(0, "run", "--approve", "--as-of", FRIDAY);
        for (int i = 0; i < 2; i++) {
            assertEquals("letter", dry.get("actions").get(i).get("channel").asText());
            assertEquals("letter", real.get("actions").get(i).get("channel").asText());
            assertTrue(real.get("actions").get(i).get("output").asText().endsWith(".pdf"), real::toString);
        }
    }

    @Test
    void withTheStopSwitchUpARunReportsWhatItPreparedAndThatNothingLeft() throws IOException {
        session.type("stop", "on").mustExit(0);
        JsonNode run = session.json(1, "run", "--approve", "--as-of", FRIDAY);
        assertEquals(2, run.get("actions").size(), run::toString);
        assertEquals("APPROVED", run.get("actions").get(0).get("status").asText());
        assertTrue(run.get("failed").get(0).asText().contains("stop switch"), run::toString);
        session.type("stop", "off").mustExit(0);
        assertEquals(2, session.json(0, "dispatch").get("messages").size());
    }

    @Test
    void aSecondRunOfTheDaySaysThatTheFirstStands() {
        assertTrue(out("run", "--as-of", FRIDAY).contains("2 messages and tasks prepared"));
        String again = out("run", "--as-of", FRIDAY);
        assertTrue(again.contains("nothing new, 2 messages and tasks of this day’s run stand"), again);
        assertFalse(again.contains("0 messages"), again);
        String sent = out("run", "--as-of", FRIDAY, "--approve");
        assertTrue(sent.contains("stand"), sent);
        String after = out("run", "--as-of", FRIDAY, "--approve");
        assertTrue(after.contains("nothing new to prepare"), after);
    }

    @Test
    void whatIsOnlyTooEarlyIsCountedAndListedOnRequest() throws IOException {
        String run = out("run", "--dry-run", "--as-of", FRIDAY);
        assertTrue(run.contains("… and 1 that are not old enough"), run);
        assertFalse(run.contains("F3 "), run);
        assertTrue(out("run", "--dry-run", "--as-of", FRIDAY, "--verbose").contains("F3 "));
        JsonNode silent = session.json(0, "run", "--dry-run", "--as-of", FRIDAY).get("silent");
        assertEquals("F3", silent.get(0).get("invoice").asText(), silent::toString);
    }

    @Test
    void aSecondInstalmentIsListedAsExplainTakesIt() throws IOException {
        String run = out("run", "--dry-run", "--as-of", FRIDAY);
        assertTrue(run.contains("F2, F2/2"), run);
        session.type("explain", "F2/2", "--as-of", FRIDAY).mustExit(0);
    }

    @Test
    void lettersArePostedByTheirOwnNamesOrAllAtOnce() throws IOException {
        session.type("run", "--approve", "--as-of", FRIDAY).mustExit(0);
        session.type("posted", "--on", FRIDAY).mustExit(2);
        session.type("posted", "--all", "20260306-1", "--on", FRIDAY).mustExit(2);
        JsonNode one = session.json(0, "posted", "20260306-1-1", "--on", FRIDAY);
        assertEquals(1, one.get("counts").get("SENT").asInt(), one::toString);
        JsonNode rest = session.json(0, "posted", "--all", "--on", FRIDAY);
        assertEquals(1, rest.get("counts").get("SENT").asInt(), rest::toString);
    }

    @Test
    void whatWaitsForASendingDayIsSaidToStay() {
        session.type("run", "--as-of", FRIDAY).mustExit(0);
        session.type("approve").mustExit(0);
        session.type("run", "--as-of", SUNDAY).mustExit(0);
        String sunday = out("dispatch");
        assertTrue(sunday.contains("2 stay approved"), sunday);
        session.type("run", "--as-of", MONDAY).mustExit(0);
        assertTrue(out("dispatch").contains("2 to be confirmed"));
    }

    @Test
    void explainSaysADecisionOnceAndWhatWasSentLast() {
        session.type("run", "--approve", "--as-of", FRIDAY).mustExit(0);
        session.type("posted", "--all", "--on", FRIDAY).mustExit(0);
        List<String> lines = out("explain", "F1").lines().toList();
        assertTrue(lines.get(0).startsWith("Step “courteous reminder” was taken on 6 March 2026"), lines::toString);
        assertEquals(
                1, lines.stream().filter(line -> line.contains(lines.get(0))).count(), lines::toString);
    }

    @Test
    void theBalanceShowsNoEmptyAge() {
        String ageing = out("ageing", "--as-of", FRIDAY);
        assertTrue(ageing.contains("1–30 days late"), ageing);
        assertFalse(ageing.contains("€0.00"), ageing);
    }
}
