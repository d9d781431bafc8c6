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

/** What is settled before anything is late, typed as a person types it, in a simulated year. */
class PreventionCommandsTest {

    private final Path folder;
    private final CommandLineSession session;

    PreventionCommandsTest(@TempDir Path folder) {
        this.folder = folder;
        this.session = new CommandLineSession(folder.resolve("workspace"));
    }

    private void bring(String name, String mapping, String content) throws IOException {
        Path map = Files.writeString(folder.resolve(name + ".mapping.json"), mapping);
        Path file = Files.writeString(folder.resolve(name + ".csv"), content);
        session.type("import", file.toString(), "--mapping", map.toString(), "--simulated")
                .mustExit(0);
    }

    /** F1 was sent, F2 and F3 never; D2 has no invoice at all. */
    @BeforeEach
    void threeInvoicesOfWhichOneWasSent() throws IOException {
        bring(
                "debtors",
                """
                {"records": {"debtor": {"id": "id", "name": "name", "kind": "kind", "country": "country"}}}
                """,
                "id,name,kind,country\nD1,Boulangerie Modèle,BUSINESS,FR\nD2,Garage Exemple,BUSINESS,FR\n");
        String invoice = """
            {"dates": "yyyy-MM-dd", "decimal": ".",
             "records": {"invoice": {"number": "no", "debtor": "debtor", "issueDate": "issued", "due": "due",
               "amount": "amount", "currency": {"constant": "EUR"}%s}}}
            """;
        String evidence = ", \"evidence\": {\"grade\": {\"constant\": \"DECLARED\"}, \"sentOn\": \"issued\","
                + " \"source\": {\"constant\": \"declared in bulk\"}}";
        String head = "no,debtor,issued,due,amount\n";
        bring("sent", String.format(invoice, evidence), head + "F1,D1,2026-01-05,2026-02-04,300.00\n");
        bring(
                "unsent",
                String.format(invoice, ""),
                head + "F2,D1,2026-01-05,2026-02-04,700.00\nF3,D1,2026-02-08,2026-03-10,50.00\n");
        session.type("run", "--as-of", "2026-02-09", "--approve").mustExit(0);
    }

    @Test
    void theTermInForceIsTheLastOneAgreedAndOneBeyondTheLawIsSaidToBe() throws IOException {
        String[] first = {"terms", "D1", "--days", "30", "--source", "signed order", "--as-of", "2026-01-01"};
        assertTrue(session.json(0, first).get("beyond").isNull());
        JsonNode longer = session.json(0, "terms", "D1", "--days", "90", "--source", "letter of the buyer");
        assertFalse(longer.get("beyond").isNull());
        JsonNode terms = session.json(0, "terms", "D1").get("terms");
        assertEquals(
                List.of(30, 90),
                List.of(
                        terms.get(0).get("days").asInt(),
                        terms.get(1).get("days").asInt()));
        assertTrue(session.type("case", "D1", "--json").mustExit(0).out().contains("term.agreed"));
    }

    @Test
    void aTermNeedsAProof() {
        session.type("terms", "D1", "--days", "30").mustExit(2);
        session.type("terms", "D1", "--days", "30", "--source", " ").mustExit(2);
        session.type("terms", "D1", "--days", "900", "--source", "x").mustExit(2);
    }

    @Test
    void aDryRunRecordsNoTerm() throws IOException {
        session.json(0, "terms", "D1", "--days", "30", "--source", "signed order", "--dry-run");
        assertEquals(0, session.json(0, "terms", "D1").get("terms").size());
    }

    @Test
    void aNewDebtorIsAskedForADepositAndSmallOrdersAreNot() throws IOException {
        JsonNode advice = session.json(0, "deposit", "D2", "--order", "5000");
        assertEquals("NEW_DEBTOR", advice.get("ground").asText());
        assertEquals("1500.00", advice.get("deposit").asText());
        assertEquals(
                "NONE",
                session.json(0, "deposit", "D2", "--order", "499.99")
                        .get("ground")
                        .asText());
    }

    @Test
    void troubleWithADepositLowersTheScore() throws IOException {
        int before = session.json(0, "case", "D2").get("score").get("points").asInt();
        session.json(0, "deposit", "D2", "--ask", "1500", "--due", "2026-02-20");
        assertEquals(
                before, session.json(0, "case", "D2").get("score").get("points").asInt());
        session.json(0, "deposit", "D2", "--refused", "deposit-1");
        JsonNode score = session.json(0, "case", "D2").get("score");
        assertEquals(before - 10, score.get("points").asInt());
        assertEquals("deposit-trouble", score.get("because").get(0).get("code").asText());
        session.type("deposit", "D2", "--received", "deposit-1").mustExit(2);
    }

    @Test
    void whatWasDeliveredAndNotInvoicedOrInvoicedAndNotSentIsListed() throws IOException {
        session.json(0, "delivery", "D2", "BL-1", "--on", "2026-02-01", "--amount", "1200", "--text", "four doors");
        session.json(0, "delivery", "D1", "BL-2", "--on", "2025-12-20");
        session.json(0, "delivery", "D1", "BL-2", "--invoiced", "F1");
        JsonNode gaps = session.json(0, "report", "invoicing");
        assertEquals("BL-1", gaps.get("notInvoiced").get(0).get("reference").asText());
        assertEquals(8, gaps.get("notInvoiced").get(0).get("days").asInt());
        assertEquals(1, gaps.get("notSent").size(), "F1 was sent and F3 is a day old");
        assertEquals("F2", gaps.get("notSent").get(0).get("invoice").asText());
        assertEquals(16, gaps.get("late").get(0).get("days").asInt());
        assertEquals(16, gaps.get("daysToInvoice").get("median").asInt());
        session.type("delivery", "D2", "BL-1", "--invoiced", "F9").mustExit(2);
        session.type("delivery", "D2", "BL-1", "--invoiced", "F1").mustExit(2);
        assertEquals(
                1, session.json(0, "report", "invoicing").get("notInvoiced").size(), "F9 is unknown, F1 of another");
        session.type("delivery", "D1", "BL-77", "--invoiced", "F1").mustExit(2);
    }

    @Test
    void aProofGoesIntoTheDossierAndIsKeptOnce() throws Exception {
        Path contract = Files.writeString(folder.resolve("contrat.txt"), "lu et approuvé");
        String[] attach = {"attach", "D1", contract.toString(), "--kind", "contract", "--as-of", "2026-01-03"};
        assertEquals("proof-1", session.json(0, attach).get("id").asText());
        assertEquals("proof-1", session.json(0, attach).get("id").asText());
        assertEquals(1, session.json(0, "attach", "D1").get("proofs").size());
        session.type("attach", "D1", contract.toString(), "--kind", "delivery", "--invoice", "F77")
                .mustExit(2);
        session.type("attach", "D1", contract.toString(), "--kind", "invoice").mustExit(2);
        JsonNode dossier = session.json(
                0, "dossier", "D1", "--out", folder.resolve("d1.pdf").toString());
        assertFalse(dossier.get("exhibits").get(0).get("missing").asBoolean());
    }
}
