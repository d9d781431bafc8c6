package org.quittance.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.cli.tests.CommandLineSession.Result;

/** What debtors say and what is agreed, typed as a person types it, in a simulated year. */
class AgreementCommandsTest {

    private static final List<String> COMMANDS =
            List.of("promise", "dispute", "plan", "settle", "hold", "ruling", "call", "note");

    private final Path folder;
    private final Path workspace;
    private final CommandLineSession session;

    AgreementCommandsTest(@TempDir Path folder) {
        this.folder = folder;
        this.workspace = folder.resolve("workspace");
        this.session = new CommandLineSession(workspace);
    }

    private void bring(String name, String mapping, String content) throws IOException {
        Path map = Files.writeString(folder.resolve(name + ".mapping.json"), mapping);
        Path file = Files.writeString(folder.resolve(name + ".csv"), content);
        session.type("import", file.toString(), "--mapping", map.toString(), "--simulated")
                .mustExit(0);
    }

    /** Two invoices of one debtor, sent and late; the first reminder is out. */
    @BeforeEach
    void twoLateInvoicesAndAReminder() throws IOException {
        bring("debtors", """
            {"records": {"debtor": {"id": "id", "name": "name", "kind": "kind", "country": "country",
              "email": "email"}}}
            """, "id,name,kind,country,email\nD1,Boulangerie Modèle,BUSINESS,FR,compta@modele.example\n");
        Path creditor = workspace.resolve("etc/creditors/main.json");
        Files.writeString(
                creditor, Files.readString(creditor).replaceFirst("[{]", "{\"email\": \"compta@exemple.example\","));
        bring(
                "invoices",
                """
                {"dates": "yyyy-MM-dd", "decimal": ".",
                 "records": {"invoice": {"number": "no", "debtor": "debtor", "issueDate": "issued", "due": "due",
                   "amount": "amount", "currency": {"constant": "EUR"},
                   "evidence": {"grade": {"constant": "DECLARED"}, "sentOn": "issued",
                     "source": {"constant": "declared in bulk"}}}}}
                """,
                "no,debtor,issued,due,amount\n"
                        + "F1,D1,2026-01-05,2026-02-04,300.00\n"
                        + "F2,D1,2026-01-05,2026-02-04,700.00\n");
        bring("payments", """
            {"dates": "yyyy-MM-dd", "decimal": ".", "paymentsKnownUntil": "2027-12-31",
             "records": {"payment": {"key": "key", "debtor": "debtor", "invoice": "no", "amount": "amount",
               "currency": {"constant": "EUR"}, "bookedOn": "on"}}}
            """, "key,debtor,no,amount,on\n");
        assertEquals(1, run("2026-02-09").get("actions").size());
    }

    private JsonNode run(String day) throws IOException {
        return session.json(0, "run", "--as-of", day, "--approve");
    }

    private static List<String> reasons(JsonNode run) {
        List<String> reasons = new ArrayList<>();
        run.get("silent").forEach(silent -> reasons.add(silent.get("reason").asText()));
        return reasons;
    }

    @Test
    void aPromiseStopsTheLadderAndABrokenOneRestartsIt() throws IOException {
        JsonNode dry = session.json(0, "promise", "Modèle", "--by", "2026-02-20", "--as-of", "2026-02-09", "--dry-run");
        assertTrue(dry.get("dryRun").asBoolean());
        assertEquals(0, session.json(0, "case", "D1").get("commitments").size());
        JsonNode made = session.json(0, "promise", "D1", "--by", "2026-02-20", "--with", "Mme Modèle");
        assertEquals("promise-1", made.get("id").asText());
        assertEquals("1000.00", made.get("amount").asText());
        assertEquals("EUR", made.get("currency").asText());
        assertEquals("LIVE", made.get("state").asText());
        assertEquals(List.of("PROMISE_RUNNING", "PROMISE_RUNNING"), reasons(run("2026-02-23")));
        JsonNode broken = run("2026-02-26");
        assertEquals(1, broken.get("actions").size(), broken::toString);
        JsonNode view = session.json(0, "case", "D1");
        assertEquals("BROKEN", view.get("commitments").get(0).get("state").asText());
        assertEquals("Mme Modèle", view.get("commitments").get(0).get("person").asText());
        assertTrue(session.json(0, "journal", "verify").get("valid").asBoolean());
    }

    @Test
    void aPlanBeyondThePolicyWaitsAndItsAcknowledgementIsPrinted() throws IOException {
        JsonNode plan = session.json(
                0,
                "plan",
                "D1",
                "--instalments",
                "9",
                "--first",
                "2026-03-15",
                "--down",
                "100.00",
                "--interest",
                "4.5");
        assertEquals("PROPOSED", plan.get("state").asText());
        assertEquals(10, plan.get("instalments").size());
        assertEquals("100.00", plan.get("instalments").get(0).get("amount").asText());
        assertEquals("2026-03-16", plan.get("instalments").get(1).get("on").asText(), "the 15th is a Sunday");
        assertTrue(plan.get("beyond").size() > 0);
        assertEquals(
                "LIVE",
                session.json(0, "plan", "D1", "--approve", "plan-1")
                        .get("state")
                        .asText());
        assertEquals(List.of("PLAN_RUNNING", "PLAN_RUNNING"), reasons(run("2026-02-11")));
        Path acknowledgement = folder.resolve("plan-1.pdf");
        session.json(0, "plan", "D1", "--acknowledgement", "plan-1", "--out", acknowledgement.toString());
        assertTrue(
                Files.readString(acknowledgement, StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
        session.type("plan", "D1", "--acknowledgement", "plan-1", "--out", acknowledgement.toString())
                .mustExit(3);
        assertEquals(
                "CANCELLED",
                session.json(0, "plan", "D1", "--cancel", "plan-1").get("state").asText());
    }

    @Test
    void aDisputedPartIsLeftOutAndSettledGoodwillIsApproved() throws IOException {
        JsonNode opened = session.json(
                0, "dispute", "D1", "--invoice", "F1", "--amount", "100", "--reason", "faulty", "--owner", "paul");
        assertEquals("paul", opened.get("disputes").get(0).get("owner").asText());
        JsonNode firm = run("2026-02-23");
        assertEquals("900.00", firm.get("actions").get(0).get("principal").asText());
        JsonNode closed = session.json(0, "dispute", "D1", "--close", "dispute-1", "--outcome", "upheld");
        assertEquals("CREDIT_DUE", closed.get("goodwill").get(0).get("kind").asText());
        JsonNode discount = session.json(0, "settle", "D1", "--invoice", "F2", "--discount", "200");
        assertEquals("PROPOSED", discount.get("goodwill").get(0).get("state").asText());
        JsonNode approved = session.json(0, "settle", "D1", "--approve", "goodwill-2");
        assertEquals("GRANTED", approved.get("goodwill").get(0).get("state").asText());
        JsonNode settlement = session.json(0, "settle", "D1", "--amount", "650", "--by", "2026-03-10");
        // 50.00 of principal, 4.42 of interest for nineteen days, 40.00 for each invoice: more than the policy's tenth
        assertEquals("134.42", settlement.get("released").asText());
        assertEquals("PROPOSED", settlement.get("state").asText());
    }

    @Test
    void aCallIsRecordedWithItsReasonAndWhatFollows() throws IOException {
        JsonNode reasons = session.json(0, "call", "--list-reasons");
        assertTrue(reasons.get("reasons").size() >= 15);
        JsonNode call = session.json(0, "call", "D1", "--reason", "not-received", "--with", "M. Modèle");
        assertEquals("HOLD", call.get("effect").asText());
        assertEquals("hold-1", call.get("applied").get(0).asText());
        assertEquals("ON_HOLD", reasons(run("2026-02-16")).get(0));
        JsonNode copy = session.json(0, "case", "--to-do").get("toDo");
        assertEquals("hold-1", copy.get(0).get("id").asText());
        session.type("note", "D1", "copie envoyée").mustExit(0);
        assertEquals(0, session.json(0, "case", "--to-do").get("toDo").size());
        session.type("hold", "D1", "--lift", "hold-1").mustExit(0);
        session.type("note", "D1", "virement annoncé").mustExit(0);
        JsonNode hold = session.json(0, "hold", "D1", "--until", "2026-02-28", "--reason", "déménagement");
        assertEquals("2026-02-28", hold.get("holds").get(0).get("until").asText());
        Result view = new CommandLineSession(workspace, Locale.FRENCH)
                .type("case", "D1")
                .mustExit(0);
        assertTrue(view.out().contains("la facture n’est pas arrivée"), view::out);
        assertTrue(view.out().contains("virement annoncé") && view.out().contains("février 2026"), view::out);
        assertTrue(view.out().contains("1\u202f000,00\u00a0€"), view::out);
        assertFalse(view.out().contains("T12:") || view.out().contains("Z "), view::out);
    }

    @Test
    void whatWaitsForAPersonIsListedAndTheScoreIsExplained() throws IOException {
        session.type("hold", "D1", "--mark", "insolvent", "--deadline", "2026-02-01")
                .mustExit(0);
        session.type("dispute", "D1", "--invoice", "F1", "--reason", "incomplete", "--deadline", "2026-03-01")
                .mustExit(0);
        session.type("settle", "D1", "--invoice", "F2", "--amount", "100", "--by", "2026-02-28")
                .mustExit(0);
        JsonNode list = session.json(0, "case", "--to-do").get("toDo");
        List<String> ids = new ArrayList<>();
        list.forEach(one -> ids.add(one.get("id").asText()));
        assertEquals(List.of("INSOLVENT", "settlement-1", "dispute-1"), ids);
        assertTrue(list.get(0).get("overdue").asBoolean());
        assertFalse(list.get(1).get("overdue").asBoolean());
        JsonNode score = session.json(0, "case", "D1").get("score");
        assertEquals("own-history", score.get("source").asText());
        assertTrue(score.get("points").asInt() < 100);
        assertTrue(score.get("because").size() > 0);
        assertEquals(2, session.type("case").exit());
    }

    @Test
    void wrongUseSaysWhatIsMissing() {
        assertTrue(session.type("promise", "D1").mustExit(2).err().contains("--by"));
        assertTrue(session.type("promise", "nobody", "--by", "2026-03-01")
                .mustExit(2)
                .err()
                .contains("nobody"));
        assertTrue(session.type("promise", "D1", "--by", "2026-01-01")
                .mustExit(2)
                .err()
                .contains("2026-01-01"));
        assertTrue(session.type("dispute", "D1", "--invoice", "F9", "--reason", "faulty")
                .mustExit(2)
                .err()
                .contains("F9"));
        assertTrue(session.type("hold", "D1", "--reason", "x").mustExit(2).err().contains("--until"));
        assertTrue(session.type("call").mustExit(2).err().contains("debtor"));
        assertTrue(session.type("settle", "D1", "--amount", "1000", "--by", "2026-03-01")
                .mustExit(2)
                .err()
                .contains("promise"));
    }

    @Test
    void everyCommandHasHelpWithExamplesInBothLanguages() {
        for (String command : COMMANDS) {
            String english = session.typeExactly(command, "--help").mustExit(0).out();
            String french = new CommandLineSession(workspace, Locale.FRENCH)
                    .typeExactly(command, "--help")
                    .mustExit(0)
                    .out();
            assertTrue(english.contains("Examples:") && english.contains("quittance " + command), english);
            assertTrue(french.contains("Exemples") && !french.equals(english), french);
            assertFalse(english.contains("%n"), english);
        }
    }
}
