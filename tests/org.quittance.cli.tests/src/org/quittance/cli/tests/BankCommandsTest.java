package org.quittance.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements, what they pay, and the inbox, typed as a person types it. */
class BankCommandsTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    private static final String IBAN = "FR7630006000011234567890189";

    private final Path folder;
    private final CommandLineSession session;

    BankCommandsTest(@TempDir Path folder) {
        this.folder = folder;
        this.session = new CommandLineSession(folder.resolve("workspace"));
    }

    /** Two invoices of one debtor have one amount. */
    @BeforeEach
    void threeInvoices() throws IOException {
        Path mapping = Files.writeString(folder.resolve("mapping.json"), """
            {"dates": "yyyy-MM-dd", "decimal": ".",
             "records": {"debtor": {"id": "debtor", "name": "name", "kind": {"constant": "BUSINESS"}, "country": {"constant": "FR"}},
               "invoice": {"number": "no", "debtor": "debtor", "issueDate": "issued", "due": "due",
               "amount": "amount", "currency": {"constant": "EUR"}}}}
            """);
        Path invoices = Files.writeString(folder.resolve("invoices.csv"), """
            no,debtor,name,issued,due,amount
            F-2026-001,D1,Boulangerie Modèle,2026-01-05,2026-02-04,300.00
            F-2026-002,D1,Boulangerie Modèle,2026-01-05,2026-02-04,300.00
            F-2026-003,D2,Garage Exemple,2026-01-05,2026-02-04,700.00
            """);
        session.type("import", invoices.toString(), "--mapping", mapping.toString(), "--simulated")
                .mustExit(0);
        session.type("import", statement(folder).toString()).mustExit(0);
    }

    /** 700.00 that names its invoice, 300.00 that may pay either of two. */
    private static Path statement(Path in) throws IOException {
        return Files.writeString(in.resolve("statement.xml"), """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr>
            <Stmt><Id>1</Id><Acct><Id><IBAN>%s</IBAN></Id><Ccy>EUR</Ccy></Acct>%s%s%s%s</Stmt></BkToCstmrStmt></Document>
            """.formatted(
                        IBAN,
                        balance("OPBD", "0.00", "2026-02-01"),
                        balance("CLBD", "1000.00", "2026-02-03"),
                        entry("B1", "700.00", "Garage Exemple", "facture F-2026-003"),
                        entry("B2", "300.00", "Boulangerie Modèle", "virement")));
    }

    private static String balance(String type, String amount, String day) {
        return "<Bal><Tp><CdOrPrtry><Cd>" + type + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" + amount
                + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>" + day + "</Dt></Dt></Bal>";
    }

    private static String entry(String reference, String amount, String payer, String text) {
        return "<Ntry><Amt Ccy=\"EUR\">" + amount + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>"
                + "<BookgDt><Dt>2026-02-03</Dt></BookgDt><AcctSvcrRef>" + reference
                + "</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>" + payer
                + "</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>" + text
                + "</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>";
    }

    private JsonNode listed(String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of("match", "list"));
        words.addAll(List.of(options));
        return session.json(0, words.toArray(String[]::new)).get("entries");
    }

    private String open() throws IOException {
        return session.json(0, "ageing", "--as-of", "2026-02-10")
                .get("totals")
                .get(0)
                .get("open")
                .get("amount")
                .asText();
    }

    @Test
    void whatIsNotSureWaitsWithItsProposalsScoresAndReasons() throws IOException {
        JsonNode waiting = listed();
        assertEquals(1, waiting.size());
        assertEquals("WAITING", waiting.get(0).get("state").asText());
        assertEquals(2, waiting.get(0).get("proposals").size());
        JsonNode proposal = waiting.get(0).get("proposals").get(0);
        assertTrue(proposal.get("score").asInt() > 0
                && !proposal.get("reason").asText().isEmpty());
        assertEquals(2, listed("--all").size());
        String french = new CommandLineSession(folder.resolve("workspace"), Locale.FRENCH)
                .type("match", "list")
                .mustExit(0)
                .out();
        assertTrue(french.contains("Le payeur est D1"), french);
    }

    @Test
    void aConfirmedMatchPaysAndAnUndoneOneRestoresExactly() throws IOException {
        String before = open();
        String entry = listed().get(0).get("entry").asText();
        session.json(0, "match", "confirm", entry, "--invoice", "F-2026-002");
        assertEquals("300.00", open());
        assertEquals(0, listed().size());
        session.json(0, "match", "undo", entry, "--reason", "meant the other one");
        assertEquals(before, open());
        assertEquals("WAITING", listed().get(0).get("state").asText());
        session.json(0, "match", "confirm", entry, "--proposal", "1");
        assertEquals("300.00", open());
    }

    @Test
    void whatIsBookedUnaskedCanBeUndoneAndIsNotBookedAgain() throws IOException {
        assertEquals("600.00", open());
        String booked = listed("--state", "BOOKED").get(0).get("entry").asText();
        session.json(0, "match", "undo", booked, "--reason", "pays something else");
        assertEquals("1300.00", open());
        session.json(0, "match", "run");
        assertEquals("1300.00", open());
    }

    @Test
    void anEntrySetAsideIsNotProposedAgainAndNonsenseIsRefused() throws IOException {
        String entry = listed().get(0).get("entry").asText();
        session.json(0, "match", "ignore", entry, "--reason", "private");
        session.json(0, "match", "run");
        assertEquals(0, listed().size());
        assertEquals("600.00", open());
        for (String[] wrong :
                List.of(new String[] {"match", "confirm", "999"}, new String[] {"match", "confirm", "x"}, new String[] {
                    "match", "undo", "999", "--reason", "x"
                })) {
            CommandLineSession.Result result = session.type(wrong);
            assertTrue(result.exit() == 2 || result.exit() == 3, () -> String.join(" ", wrong) + result);
        }
    }

    @Test
    void freshnessTellsUntilWhenEachAccountIsKnown() throws IOException {
        JsonNode freshness = session.json(0, "freshness");
        assertEquals("2026-02-03", freshness.get("knownUntil").asText());
        assertEquals(IBAN, freshness.get("accounts").get(0).get("account").asText());
        assertEquals(
                "2026-02-03", freshness.get("accounts").get(0).get("knownUntil").asText());
    }

    @Test
    void theInboxTakesWhatIsGoodAndSaysWhyItRefusesTheRest() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("workspace/inbox"));
        Path known = statement(inbox);
        Path bad = Files.writeString(inbox.resolve("letter.txt"), "Dear Sir or Madam");
        Files.setLastModifiedTime(known, LONG_AGO);
        Files.setLastModifiedTime(bad, LONG_AGO);
        JsonNode result = session.json(1, "import", "--inbox");
        assertEquals("REFUSED", result.get("files").get(0).get("outcome").asText());
        assertEquals("PROCESSED", result.get("files").get(1).get("outcome").asText());
        assertTrue(Files.exists(inbox.resolve("refused/letter.txt.reason.txt")));
        assertTrue(Files.exists(inbox.resolve("processed/statement.xml")));
        assertEquals(2, listed("--all").size());
        assertEquals(0, session.json(0, "import", "--inbox").get("files").size());
    }

    @Test
    void aWatchIsOfTheInboxAndForPeople() {
        session.type("import", "--watch").mustExit(2);
        session.type("import", "--inbox", "--watch", "--json").mustExit(2);
        session.type("import", "--inbox", "x.csv").mustExit(2);
    }

    @Test
    void everyCommandExplainsItselfInBothLanguages() {
        for (String[] command : List.of(
                new String[] {"match", "--help"},
                new String[] {"match", "list", "--help"},
                new String[] {"match", "confirm", "--help"},
                new String[] {"match", "ignore", "--help"},
                new String[] {"match", "undo", "--help"},
                new String[] {"freshness", "--help"},
                new String[] {"import", "--help"},
                new String[] {"mail", "--help"},
                new String[] {"mail", "test", "--help"},
                new String[] {"mail", "fetch", "--help"})) {
            String english = session.typeExactly(command).mustExit(0).out();
            String french = new CommandLineSession(folder, Locale.FRENCH)
                    .typeExactly(command)
                    .mustExit(0)
                    .out();
            assertTrue(english.startsWith("Usage:"), english);
            assertTrue(french.startsWith("Utilisation") || french.startsWith("Usage"), french);
            assertTrue(!english.equals(french), () -> String.join(" ", command) + " is the same in both");
        }
    }
}
