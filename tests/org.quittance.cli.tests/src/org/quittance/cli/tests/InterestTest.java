package org.quittance.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.cli.tests.CommandLineSession.Result;

/** A claim from the command line, and the figures behind it; neither makes a workspace. */
class InterestTest {

    private final Path workspace;
    private final CommandLineSession session;

    InterestTest(@TempDir Path folder) {
        this.workspace = folder.resolve("workspace");
        this.session = new CommandLineSession(workspace);
    }

    private static String[] words(String regime, String due, String asOf, String... more) {
        List<String> words = new ArrayList<>(List.of("interest", "--regime", regime, "--principal", "10000.00"));
        words.addAll(List.of("--currency", "EUR", "--due", due, "--as-of", asOf));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    @Test
    void aClaimIsComputedWithoutAWorkspace() throws IOException {
        JsonNode claim = session.json(0, words("fr-b2b", "2026-04-30", "2026-08-31"));
        assertEquals("413.68", claim.get("interest").asText());
        assertEquals("10000.00", claim.get("principal").asText());
        assertEquals("40.00", claim.get("indemnity").asText());
        assertEquals("10453.68", claim.get("total").asText());
        assertEquals(0, claim.get("warnings").size());
        JsonNode first = claim.get("segments").get(0);
        assertEquals("2026-05-01", first.get("from").asText());
        assertEquals("2026-06-30", first.get("to").asText());
        assertEquals(61, first.get("days").asInt());
        assertEquals("10000.00", first.get("principal").asText());
        assertEquals("12.15", first.get("rate").asText());
        assertEquals("203.05", first.get("interest").asText());
        assertFalse(Files.exists(workspace), "a workspace was made");
    }

    @Test
    void whatIsOpenAfterPaymentsIsStated() throws IOException {
        JsonNode claim =
                session.json(0, words("fr-b2b", "2026-04-30", "2026-08-31", "--payment", "2026-06-30=4000.00"));
        assertEquals("6203.05", claim.get("principal").asText());
        assertEquals("130.65", claim.get("interest").asText());
        assertEquals("6373.70", claim.get("total").asText());
        JsonNode principalFirst = session.json(
                0,
                words(
                        "fr-b2b",
                        "2026-04-30",
                        "2026-08-31",
                        "--payment",
                        "2026-06-30=4000.00",
                        "--imputation",
                        "principal-first"));
        assertEquals("6000.00", principalFirst.get("principal").asText());
        assertEquals("329.43", principalFirst.get("interest").asText());
    }

    @Test
    void aBreachOfTheFloorIsAWarning() throws IOException {
        JsonNode claim = session.json(0, words("fr-b2b", "2024-01-31", "2024-03-31", "--contract-rate", "15"));
        assertEquals("15", claim.get("segments").get(0).get("rate").asText());
        assertTrue(claim.get("warnings").get(0).asText().contains("15.21"), claim::toString);
    }

    @Test
    void aPeriodWithoutARateIsAnErrorThatNamesIt() {
        Result result =
                session.type(words("fr-b2b", "2026-12-20", "2027-02-28")).mustExit(3);
        assertTrue(result.err().contains("2027-S1"), result::err);
        assertEquals("", result.out());
    }

    @Test
    void ratesOfAnAdministratorAreUsedWhereTheWorkspaceIsNamed() throws IOException {
        session.type("import", file("debtors.csv", "debtor,name,kind,country\nD1,Exemple SARL,BUSINESS,FR\n"))
                .mustExit(0);
        Files.writeString(
                workspace.resolve("etc/org.quittance.interest.rates~2027.json"),
                "{\"index\": \"ecb-mro\", \"rates\": [\"2027-S1 2.65\"], \"source\": \"fictitious\","
                        + " \"checked\": \"2027-01-02\"}");
        JsonNode claim = session.json(0, words("fr-b2b", "2026-12-20", "2027-02-28"));
        assertEquals("12.65", claim.get("segments").get(1).get("rate").asText());
        assertTrue(session.json(0, "rates").get("rates").toString().contains("fictitious"));
    }

    @Test
    void wrongWordsAreNamed() {
        assertTrue(session.type(words("fr-b2x", "2026-04-30", "2026-08-31"))
                .mustExit(2)
                .err()
                .contains("fr-b2b"));
        for (String[] wrong : List.of(
                new String[] {"--payment", "4000"},
                new String[] {"--payment", "2026-06-31=10.00"},
                new String[] {"--imputation", "oldest-first"},
                new String[] {"--day-count", "act360"},
                new String[] {"--contract-rate", "-1"},
                new String[] {"--notice", "yesterday"})) {
            session.type(words("fr-b2b", "2026-04-30", "2026-08-31", wrong)).mustExit(2);
        }
    }

    @Test
    void everyRegimeOfTheContractIsInstalledWithItsSources() throws IOException {
        JsonNode figures = session.json(0, "rates");
        List<String> ids = new ArrayList<>();
        figures.get("regimes").forEach(regime -> ids.add(regime.get("id").asText()));
        assertTrue(
                ids.containsAll(List.of(
                        "fr-b2b", "fr-b2g", "fr-b2c", "de-b2b", "de-b2c", "be-b2b", "be-b2c", "nl-b2b", "es-b2b",
                        "it-b2b", "lu-b2b", "at-b2b", "ie-b2b", "uk-b2b", "ch")),
                ids::toString);
        figures.get("rates").forEach(rate -> {
            assertFalse(rate.get("source").asText().isBlank());
            assertFalse(rate.get("checked").asText().isBlank());
            assertTrue(rate.get("sourced").isBoolean() && rate.get("validated").isBoolean());
        });
        assertFalse(Files.exists(workspace), "a workspace was made");
    }

    @Test
    void bothAreReadableInFrench() {
        CommandLineSession french = new CommandLineSession(workspace, Locale.FRENCH);
        Result claim = french.type(words("fr-b2b", "2026-04-30", "2026-08-31")).mustExit(0);
        assertTrue(claim.out().contains("12,15\u00a0%"), claim::out);
        assertTrue(claim.out().contains("intérêts restant dus"), claim::out);
        assertTrue(french.type("rates").mustExit(0).out().contains("non validé"));
    }

    @Test
    void oldInvoicesAreListedBeforeTheyLapse() throws IOException {
        String debtors = file("debtors.csv", "debtor,name,kind,country\nD1,Paul Exemple,CONSUMER,FR\n");
        String invoices = file(
                "invoices.csv",
                "invoice,debtor,issue date,due date,amount,currency\nF1,D1,2020-01-05,2020-02-05,100.00,EUR\n");
        session.type("import", debtors).mustExit(0);
        session.type("import", invoices).mustExit(0);
        JsonNode report = session.json(0, "report", "limitation");
        JsonNode first = report.get("expiring").get(0);
        assertEquals("F1", first.get("invoice").asText());
        assertEquals("2022-01-05", first.get("lastDay").asText());
        assertEquals(
                0, session.json(0, "report", "payment-terms").get("invoices").size());
        assertTrue(session.type("report", "limitation").mustExit(0).out().contains("F1"));
    }

    @Test
    void aDueDateBeyondTheCapIsAWarningAndTheInvoiceIsTaken() throws IOException {
        session.type("import", file("debtors.csv", "debtor,name,kind,country\nD1,Exemple SARL,BUSINESS,FR\n"))
                .mustExit(0);
        Result taken = session.type(
                        "import",
                        file(
                                "invoices.csv",
                                "invoice,debtor,issue date,due date,amount,currency\n"
                                        + "F1,D1,2026-01-05,2026-04-05,100.00,EUR\n"
                                        + "F2,D1,2026-01-05,2026-03-06,100.00,EUR\n"))
                .mustExit(0);
        assertTrue(taken.out().contains("report payment-terms"), taken::out);
        JsonNode invoices = session.json(0, "report", "payment-terms").get("invoices");
        assertEquals(1, invoices.size());
        assertEquals("F1", invoices.get(0).get("invoice").asText());
        assertEquals("2026-03-17", invoices.get(0).get("latest").asText(), "the end of the month and 45 days");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(workspace.resolveSibling(name), content).toString();
    }
}
