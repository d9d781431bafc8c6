package org.quittance.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The road from the formal notice to an agency that works in a folder, and back, as a person types it. */
class AgencyCommandsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DAY = "2026-05-04";

    private final Path folder;
    private final Path workspace;
    private final Path shared;
    private final CommandLineSession session;

    AgencyCommandsTest(@TempDir Path folder) {
        this.folder = folder;
        this.workspace = folder.resolve("workspace");
        this.shared = folder.resolve("agency");
        this.session = new CommandLineSession(workspace);
    }

    private void bring(String name, String mapping, String content) throws IOException {
        Path map = Files.writeString(folder.resolve(name + ".mapping.json"), mapping);
        Path file = Files.writeString(folder.resolve(name + ".csv"), content);
        session.type("import", file.toString(), "--mapping", map.toString(), "--simulated")
                .mustExit(0);
    }

    private void configure(String pid, Map<String, ?> values) throws IOException {
        JSON.writeValue(workspace.resolve("etc/" + pid + ".json").toFile(), values);
    }

    /** An invoice whose formal notice was posted, on a day on which nothing else is to be done about it. */
    @BeforeEach
    void aFormalNoticeThatWasPosted() throws IOException {
        bring(
                "debtors",
                """
                {"records": {"debtor": {"id": "id", "name": "name", "kind": "kind", "country": "country",
                  "street": "street", "postalCode": "code", "town": "town"}}}
                """,
                "id,name,kind,country,street,code,town\n"
                        + "D1,Boulangerie Modèle,BUSINESS,FR,1 rue de l’Exemple,75001,Paris\n");
        bring("invoices", """
            {"dates": "yyyy-MM-dd", "decimal": ".",
             "records": {"invoice": {"number": "no", "debtor": "debtor", "issueDate": "issued", "due": "due",
               "amount": "amount", "currency": {"constant": "EUR"},
               "evidence": {"grade": {"constant": "DELIVERED"}, "sentOn": "issued",
                 "source": {"constant": "recorded delivery"}}}}}
            """, "no,debtor,issued,due,amount\nF1,D1,2026-01-05,2026-02-04,300.00\n");
        bring("payments", """
            {"dates": "yyyy-MM-dd", "decimal": ".", "paymentsKnownUntil": "2027-12-31",
             "records": {"payment": {"key": "key", "debtor": "debtor", "invoice": "no", "amount": "amount",
               "currency": {"constant": "EUR"}, "bookedOn": "on"}}}
            """, "key,debtor,no,amount,on\n");
        Path creditor = workspace.resolve("etc/creditors/main.json");
        Files.writeString(
                creditor,
                Files.readString(creditor)
                        .replace("\"legalMentions\": []", "\"legalMentions\": [\"RCS Lyon 000 000 000\"]")
                        .replace(
                                "\"accounts\": {}",
                                "\"accounts\": {\"EUR\": {\"holder\": \"Exemple\", \"iban\":"
                                        + " \"FR7630006000011234567890189\"}}"));
        for (LocalDate day = LocalDate.of(2026, 2, 9); day.isBefore(LocalDate.parse(DAY)); day = day.plusWeeks(1)) {
            session.json(0, "run", "--as-of", day.toString(), "--approve");
            session.type("posted", "--all", "--on", day.toString()).mustExit(0);
        }
        session.json(0, "run", "--as-of", DAY, "--approve");
        Files.createDirectory(shared);
        configure(
                "org.quittance.agency.file~agence-exemple",
                Map.of(
                        "id", "agence-exemple",
                        "name", "Agence Exemple",
                        "directory", shared.toAbsolutePath().toString(),
                        "terms", "10 %"));
    }

    private void signMandate() throws IOException {
        configure(
                "org.quittance.escalation.mandate~agence-exemple",
                Map.of(
                        "agency", "agence-exemple",
                        "number", "M-1",
                        "signedOn", "2026-01-15",
                        "feeBasis", "10 %",
                        "payOver", "one month"));
    }

    private void report(String name, Map<String, ?> values) throws IOException {
        JSON.writeValue(shared.resolve("feedback/" + name + ".json").toFile(), values);
    }

    @Test
    void aCaseGoesToTheAgencyIsReportedOnAndComesHome() throws IOException {
        String lacking = session.type("handover", "D1").mustExit(3).err();
        assertTrue(lacking.contains("number, signedOn, feeBasis, payOver"), lacking);
        signMandate();
        JsonNode dry = session.json(0, "handover", "D1", "--dry-run");
        assertEquals("300.00", dry.path("principal").asText(), dry::toString);
        assertEquals(0, dry.get("leftOut").size(), dry::toString);
        assertFalse(Files.exists(shared.resolve("feedback")));

        JsonNode given = session.json(0, "handover", "Modèle");
        assertEquals("PENDING", given.get("state").asText());
        String key = given.get("key").asText();
        JsonNode theCase =
                JSON.readTree(shared.resolve(key).resolve("case.json").toFile());
        assertEquals("300.00", theCase.at("/claim/principal").asText());
        assertTrue(theCase.get("contacts").size() >= 3, theCase::toString);
        assertTrue(theCase.get("exhibits").size() >= 1, "the formal notice");
        assertTrue(theCase.hasNonNull("limitationDate"), theCase::toString);
        assertEquals(2, session.type("handover", "D1").exit(), "it is there already");
        JsonNode run = session.json(0, "run", "--as-of", "2026-05-05");
        assertEquals("AWAY", run.get("silent").get(0).get("reason").asText());

        Files.writeString(
                shared.resolve(key).resolve("acknowledgement.json"),
                "{\"reference\": \"A-7\", \"on\": \"2026-05-06\"}");
        report(
                "1",
                Map.of(
                        "id",
                        "e-1",
                        "key",
                        key,
                        "kind",
                        "PAYMENT",
                        "on",
                        "2026-05-07",
                        "amount",
                        "50.00",
                        "currency",
                        "EUR",
                        "text",
                        "cheque"));
        assertEquals(2, session.json(0, "handover", "--feedback").get("filed").size());
        assertEquals(0, session.json(0, "handover", "--feedback").get("filed").size());
        JsonNode listed = session.json(0, "handover", "--list");
        assertEquals("ACKNOWLEDGED", listed.at("/handOvers/0/state").asText());
        assertEquals("A-7", listed.at("/handOvers/0/answer").asText());
        assertEquals("", listed.at("/agencies/0/mandateLacks").asText());
        String hold = session.json(0, "case", "--to-do").at("/toDo/0/id").asText();
        assertEquals("300.00", session.json(0, "case", "D1").at("/items/0/open").asText(), "nothing is booked");

        assertEquals(2, session.type("recall", "D1").exit(), "a reason is asked for");
        assertEquals(
                "RECALL_ASKED",
                session.json(0, "recall", "D1", "--reason", "paid").get("state").asText());
        assertTrue(Files.exists(shared.resolve(key).resolve("recall.json")));
        report("2", Map.of("id", "e-2", "key", key, "kind", "RECALLED", "on", "2026-05-08"));
        assertEquals(1, session.json(0, "handover", "--feedback").get("filed").size());
        assertFalse(
                session.json(0, "handover", "--list").at("/handOvers/0/away").asBoolean());
        session.type("hold", "D1", "--lift", hold).mustExit(0);
        JsonNode home = session.json(0, "run", "--as-of", "2026-05-11");
        assertFalse(home.toString().contains("AWAY"), home::toString);
        assertTrue(session.json(0, "journal", "verify").get("valid").asBoolean());
        String told = new CommandLineSession(workspace, Locale.FRENCH)
                .type("case", "D1")
                .mustExit(0)
                .out();
        assertTrue(told.contains("dossier transmis à la société de recouvrement"), told);
    }

    @Test
    void theWaysToACourtAreShownWithTheirArticlesAndAPersonChooses() throws IOException {
        JsonNode claim = session.json(0, "escalate", "D1").get("claims").get(0);
        assertEquals("300.00", claim.get("principal").asText());
        assertTrue(claim.get("noticeSent").asBoolean());
        JsonNode conditions = claim.at("/routes/0/conditions");
        assertFalse(conditions.get(0).get("article").asText().isEmpty());
        JsonNode chosen = session.json(0, "escalate", "D1", "--route", "fr.injonction-de-payer");
        assertTrue(chosen.get("open").asBoolean(), chosen::toString);
        assertEquals(2, session.type("escalate", "D1", "--route", "fr.nowhere").exit());
        assertTrue(session.type("case", "D1").mustExit(0).out().contains("way to a court chosen"));
    }

    @Test
    void everyCommandHasHelpWithExamplesInBothLanguages() {
        for (String command : List.of("handover", "recall", "escalate")) {
            String english = session.typeExactly(command, "--help").mustExit(0).out();
            String french = new CommandLineSession(workspace, Locale.FRENCH)
                    .typeExactly(command, "--help")
                    .mustExit(0)
                    .out();
            assertTrue(english.contains("Example") && english.contains("quittance " + command), english);
            assertTrue(french.contains("Exemple") && !french.equals(english), french);
        }
    }
}
