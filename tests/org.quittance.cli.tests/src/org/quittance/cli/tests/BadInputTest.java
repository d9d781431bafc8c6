package org.quittance.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.cli.tests.CommandLineSession.Result;

/** Every wrong input of a person gets the exit code of the contract and a message that says where and what to do. */
class BadInputTest {

    private static final String DEBTORS = "debtor,name,kind,country\nD1,Boulangerie Modèle,BUSINESS,FR\n";
    private static final String INVOICES =
            "invoice,debtor,issue date,due date,amount,currency\nF1,D1,2026-01-05,2026-02-05,100.00,EUR\n";

    private final Path folder;
    private final CommandLineSession session;

    BadInputTest(@TempDir Path folder) {
        this.folder = folder;
        this.session = new CommandLineSession(folder.resolve("workspace"));
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private void importGood() throws IOException {
        session.type("import", file("debtors.csv", DEBTORS)).mustExit(0);
        session.type("import", file("invoices.csv", INVOICES)).mustExit(0);
    }

    /** Imports a file with one bad and one good line: the bad one is named, the good one kept. */
    private JsonNode rejected(String name, String content) throws IOException {
        importGood();
        JsonNode result = session.json(1, "import", file(name, content));
        assertEquals(1, result.get("rejected").size(), result::toString);
        JsonNode rejection = result.get("rejected").get(0);
        assertTrue(rejection.get("file").asText().endsWith(name), rejection::toString);
        assertEquals(2, rejection.get("line").asInt(), rejection::toString);
        return rejection;
    }

    @Test
    void aFirstImportThatFailsLeavesNothingBehind() throws IOException {
        session.type("import", "nowhere.csv").mustExit(3);
        assertFalse(Files.exists(folder.resolve("workspace")));
        session.type("import", "--dry-run", file("debtors.csv", DEBTORS)).mustExit(0);
        assertFalse(Files.exists(folder.resolve("workspace")));
        session.type("import", file("debtors.csv", DEBTORS)).mustExit(0);
        session.type("import", "nowhere.csv").mustExit(3);
        assertTrue(Files.exists(folder.resolve("workspace/workspace.json")));
    }

    @Test
    void aBrokenConfigurationCostsItsServiceOnlyAndEveryCommandSaysSo() throws IOException {
        importGood();
        Files.writeString(folder.resolve("workspace/etc/org.quittance.channel.email~office.json"), "{\n\"from\": \n}");
        Result result = session.type("ageing").mustExit(0);
        assertTrue(result.err().contains("org.quittance.channel.email~office.json, line 3"), result::err);
        JsonNode services = session.json(0, "services").get("services");
        boolean shown = false;
        for (JsonNode service : services) {
            shown |= service.get("state").asText().equals("BROKEN")
                    && service.get("problem").asText().contains("line 3");
        }
        assertTrue(shown, services::toString);
    }

    @Test
    void aMissingFileIsNamed() {
        Result result = session.type("import", "nowhere.csv").mustExit(3);
        assertTrue(result.err().contains("nowhere.csv"), result::err);
    }

    @Test
    void aMappingForOtherColumnsIsNamedWithTheMissingOne() throws IOException {
        String mapping = file("wrong.mapping.json", """
            {"dates": "yyyy-MM-dd", "decimal": ".", "currency": {"constant": "EUR"},
             "records": {"invoice": {"number": "Rechnung", "debtor": "debtor", "issueDate": "issue date",
               "due": "due date", "amount": "amount"}}}
            """);
        Result result = session.type("import", file("invoices.csv", INVOICES), "--mapping", mapping)
                .mustExit(3);
        assertTrue(result.err().contains("Rechnung"), result::err);
    }

    @Test
    void aWrongEncodingIsNamedWithItsLine() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(file, DEBTORS.getBytes(Charset.forName("windows-1252")));
        Result result = session.type("import", file.toString()).mustExit(3);
        assertTrue(result.err().contains("latin.csv") && result.err().contains("2"), result::err);
        assertTrue(result.err().toLowerCase(java.util.Locale.ROOT).contains("encoding"), result::err);
    }

    @Test
    void aDateThatDoesNotExistIsRefused() throws IOException {
        JsonNode rejection = rejected(
                "dates.csv",
                "invoice,debtor,issue date,due date,amount,currency\n"
                        + "F2,D1,2026-01-05,2026-02-31,10.00,EUR\nF3,D1,2026-01-05,2026-02-05,10.00,EUR\n");
        assertTrue(rejection.get("reason").asText().contains("2026-02-31"), rejection::toString);
        assertFalse(rejection.get("field").asText().isBlank());
    }

    @Test
    void aPaymentInAnotherCurrencyIsRefused() throws IOException {
        JsonNode rejection = rejected(
                "payments.csv",
                "payment reference,invoice,debtor,booking date,amount,currency\n"
                        + "P1,F1,D1,2026-02-01,10.00,USD\nP2,F1,D1,2026-02-01,10.00,EUR\n");
        assertTrue(rejection.toString().contains("USD") || rejection.toString().contains("EUR"));
    }

    @Test
    void aKnownNumberWithOtherContentIsRefused() throws IOException {
        rejected(
                "twice.csv",
                "invoice,debtor,issue date,due date,amount,currency\n"
                        + "F1,D1,2026-01-05,2026-02-05,999.00,EUR\nF4,D1,2026-01-05,2026-02-05,10.00,EUR\n");
    }

    @Test
    void aNegativeInvoiceIsRefused() throws IOException {
        rejected(
                "negative.csv",
                "invoice,debtor,issue date,due date,amount,currency\n"
                        + "F5,D1,2026-01-05,2026-02-05,-10.00,EUR\nF6,D1,2026-01-05,2026-02-05,10.00,EUR\n");
    }

    @Test
    void aPaymentForAnUnknownInvoiceIsRefused() throws IOException {
        JsonNode rejection = rejected(
                "payments.csv",
                "payment reference,invoice,debtor,booking date,amount,currency\n"
                        + "P1,F404,D1,2026-02-01,10.00,EUR\nP2,F1,D1,2026-02-01,10.00,EUR\n");
        assertTrue(rejection.get("reason").asText().contains("F404"), rejection::toString);
    }

    @Test
    void importingTwiceChangesNothing() throws IOException {
        importGood();
        JsonNode again =
                session.json(0, "import", folder.resolve("invoices.csv").toString());
        assertEquals(0, again.get("invoices").asInt());
        assertEquals(1, again.get("unchanged").asInt());
    }

    @Test
    void aPolicyWithProblemsIsNamedLineByLine() throws IOException {
        String policy = file("mine.json", """
            {
              "id": "mine",
              "steps": [
                {"id": "notice", "kind": "FORMAL_NOTICE", "afterDueDays": 1, "template": "no-such-words"}
              ]
            }
            """);
        JsonNode result = session.json(3, "policy", "check", policy);
        assertFalse(result.get("valid").asBoolean());
        assertTrue(result.get("problems").size() > 0);
        result.get("problems")
                .forEach(problem -> assertFalse(problem.get("text").asText().isBlank()));
    }

    @Test
    void aDebtorWithoutAddressIsReportedAndTheRunGoesOn() throws IOException {
        CommandLineSession simulated = new CommandLineSession(folder.resolve("simulated"));
        String mapping = file("sent.mapping.json", """
            {"dates": "yyyy-MM-dd", "decimal": ".", "paymentsKnownUntil": "2026-03-02",
             "records": {"invoice": {"number": "invoice", "debtor": "debtor", "issueDate": "issue date",
               "due": "due date", "amount": "amount", "currency": "currency",
               "evidence": {"grade": {"constant": "DECLARED"}, "sentOn": "issue date",
                 "source": {"constant": "test"}}}}}
            """);
        simulated.type("import", file("debtors.csv", DEBTORS), "--simulated").mustExit(0);
        simulated
                .type("import", file("invoices.csv", INVOICES), "--mapping", mapping)
                .mustExit(0);
        JsonNode run = simulated.json(0, "run", "--as-of", "2026-03-02");
        assertEquals("UNREACHABLE", run.get("silent").get(0).get("reason").asText(), run::toString);
    }

    @Test
    void aDamagedDatabaseIsNamedAndLeftAsItIs() throws IOException {
        importGood();
        Path database = folder.resolve("workspace").resolve("quittance.db");
        try (RandomAccessFile damaged = new RandomAccessFile(database.toFile(), "rw")) {
            damaged.write("this is not a database".getBytes(StandardCharsets.US_ASCII));
        }
        Result result = session.type("ageing").mustExit(4);
        assertTrue(result.err().contains("quittance.db"), result::err);
    }

    @Test
    void aWrongWordShowsTheUsage() {
        assertEquals(2, session.typeExactly("remind-everybody").exit());
        assertEquals(2, session.typeExactly("ageing", "--as-of", "yesterday").exit());
        Result sent = session.typeExactly(
                "run",
                "--dry-run",
                "--approve",
                "--workspace",
                folder.resolve("w2").toString());
        assertEquals(2, sent.exit());
    }

    @Test
    void aBadCreditorFileIsNamedWithItsField() throws IOException {
        importGood();
        Path creditor = folder.resolve("workspace/etc/creditors/main.json");
        Files.writeString(creditor, Files.readString(creditor).replace("\"town\"", "\"city\""));
        Result result = session.type("ageing").mustExit(3);
        assertTrue(result.err().contains("main.json") && result.err().contains("city"), result::err);
        session.type("run", "--dry-run").mustExit(3);
    }

    @Test
    void aBadCreditorFileBlocksNothingThatDoesNotNeedIt() throws IOException {
        importGood();
        Path creditors = folder.resolve("workspace/etc/creditors");
        String good = Files.readString(creditors.resolve("main.json"));
        Files.writeString(creditors.resolve("main.json"), "{");
        session.type("stop", "on").mustExit(0);
        session.type("journal", "verify").mustExit(0);
        session.type("services").mustExit(0);
        session.type("backup", folder.resolve("b.zip").toString()).mustExit(0);
        Files.writeString(creditors.resolve("other.json"), good);
        session.type("ageing", "--creditor", "other").mustExit(0);
        session.type("ageing", "--creditor", "main").mustExit(3);
    }

    @Test
    void aReadingCommandMakesNoWorkspace() {
        CommandLineSession mistyped = new CommandLineSession(folder.resolve("mistyped"));
        List<List<String>> commands = List.of(
                List.of("ageing"),
                List.of("explain", "F1"),
                List.of("case", "D1"),
                List.of("services"),
                List.of("journal", "verify"),
                List.of("stop", "on"),
                List.of("approve"),
                List.of("dispatch"),
                List.of("run"),
                List.of("backup", folder.resolve("b.zip").toString()));
        for (List<String> command : commands) {
            Result result = mistyped.type(command.toArray(String[]::new)).mustExit(3);
            assertTrue(result.err().contains("mistyped") && result.err().contains("import"), result::err);
        }
        assertFalse(Files.exists(folder.resolve("mistyped")));
    }

    @Test
    void aPolicyCanBeCheckedBeforeThereIsAWorkspace() throws IOException {
        session.type("policy", "check", file("empty.json", "{}")).mustExit(3);
        assertFalse(Files.exists(folder.resolve("workspace")));
    }

    @Test
    void aDamagedFileIsNamedWithItsLine() throws IOException {
        Result cut = session.type("import", file("cut.csv", INVOICES + "\"F2,D1,2026"))
                .mustExit(3);
        assertTrue(cut.err().contains("cut.csv: line 3: a cell"), cut::err);
        Result binary =
                session.type("import", file("binary.csv", "\u0001\0\u0002\n")).mustExit(3);
        assertTrue(binary.err().contains("binary.csv: line 1: "), binary::err);
        Result empty = session.type("import", file("empty.csv", "")).mustExit(3);
        assertTrue(empty.err().contains("empty"), empty::err);
        Result whole = session.type("import", folder.toString()).mustExit(3);
        assertTrue(whole.err().contains("is a folder"), whole::err);
    }

    @Test
    void anInvoiceOfAnUnknownDebtorIsKeptWithAWarning() throws IOException {
        JsonNode result = session.json(0, "import", file("invoices.csv", INVOICES));
        assertEquals(1, result.get("invoices").asInt());
        assertEquals(2, result.get("warnings").get(0).get("line").asInt(), result::toString);
    }

    @Test
    void noErrorShowsTheWordsOfJava() throws IOException {
        importGood();
        List<List<String>> wrong = List.of(
                List.of("ageing", "--as-of", "tomorrow"),
                List.of("restore", "nowhere.zip"),
                List.of("restore", folder.toString()),
                List.of("policy", "check", "nowhere.json"),
                List.of("policy", "check", folder.toString()),
                List.of("backup", folder.resolve("no/such/folder.zip").toString()),
                List.of("import", "nowhere.csv"),
                List.of("posted", "x", "--on", "2026-01-01"),
                List.of("stop", "maybe"));
        for (List<String> command : wrong) {
            Result result = session.type(command.toArray(String[]::new));
            assertTrue(result.exit() == 2 || result.exit() == 3, command + ": " + result);
            assertFalse(result.err().contains("Exception") || result.err().contains("java."), result::err);
            assertFalse(result.err().isBlank(), command::toString);
        }
        session.type("restore", "nowhere.zip").mustExit(3);
    }
}
