package org.quittance.importer.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.MappingAssistant.Finding;
import org.quittance.api.importer.MappingAssistant.Proposal;
import org.quittance.tck.importer.RecordingSink;

class MappingAssistantTest {

    private static final Path DEMO = Path.of("..", "org.quittance.cli", "src", "org", "quittance", "cli", "demo");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final CsvMappingAssistant assistant = new CsvMappingAssistant();

    MappingAssistantTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** What the assistant proposes for the demo's tables gives the very records of the mappings written by hand. */
    @ParameterizedTest
    @CsvSource({"invoices, 150", "debtors, 43", "credit-notes, -1", "payments, -1", "evidence, -1", "reminders, -1"})
    void theDemosTablesNeedNobody(String table, int count) throws Exception {
        Path file = DEMO.resolve(table + ".csv");
        Proposal proposal = assistant.propose(file);
        assertEquals(List.of(), proposal.open(), proposal::mapping);
        RecordingSink byHand = read(file, DEMO.resolve(table + ".mapping.json"));
        RecordingSink proposed = read(file, kept(proposal));
        assertEquals(List.of(), proposed.rejections());
        assertEquals(byHand.order(), proposed.order());
        assertEquals(byHand.debtors().toString(), proposed.debtors().toString());
        assertEquals(described(byHand), described(proposed));
        assertTrue(byHand.payments().equals(proposed.payments()));
        assertTrue(byHand.evidence().equals(proposed.evidence()));
        assertTrue(byHand.reminders().equals(proposed.reminders()));
        assertTrue(count < 0
                || count == proposed.invoices().size() + proposed.debtors().size());
    }

    @Test
    void theSampleLedgerLacksOnlyItsCurrency() throws Exception {
        String data = System.getenv().getOrDefault("QUITTANCE_DATA", "");
        assumeTrue(!data.isEmpty() && Files.exists(Path.of(data, "accounts-receivable.csv")));
        Path file = Path.of(data, "accounts-receivable.csv");
        Proposal proposal = assistant.propose(file);
        assertEquals(List.of("propose.currency-missing"), codes(proposal));
        JsonNode mapping = JSON.readTree(proposal.mapping());
        assertEquals("M/d/yyyy", mapping.path("dates").asText());
        assertEquals("DueDate", mapping.at("/records/invoice/due").asText());
        assertEquals("InvoiceDate", mapping.at("/records/invoice/issueDate").asText());
        assertEquals("SettledDate", mapping.at("/records/payment/when").asText());
        assertEquals(Optional.empty(), finding(proposal, "countryCode").field(), "numbers are no countries");
        Path completed = Files.writeString(
                folder.resolve("completed.json"), proposal.mapping().replace("\"?\"", "\"EUR\""));
        RecordingSink sink = read(file, completed);
        assertEquals(2466, sink.invoices().size());
        assertEquals(2466, sink.payments().size());
        assertEquals(List.of(), sink.rejections());
    }

    @Test
    void germanHeadingsSemicolonsPointsAndCommas() throws Exception {
        Proposal proposal = propose("""
            Rechnungsnr.;Kundennummer;Firma;Rechnungsdatum;Fälligkeit;Bruttobetrag;Währung
            R-1;K-1;Muster GmbH;05.01.2026;04.02.2026;1.234,50;EUR
            R-2;K-2;Beispiel AG;17.01.2026;16.02.2026;99,00;EUR
            """, StandardCharsets.ISO_8859_1);
        assertEquals(List.of(), proposal.open(), proposal::mapping);
        JsonNode mapping = JSON.readTree(proposal.mapping());
        assertEquals("windows-1252", mapping.path("encoding").asText());
        assertEquals("dd.MM.yyyy", mapping.path("dates").asText());
        assertEquals(",", mapping.path("decimal").asText());
        assertEquals(".", mapping.path("grouping").asText());
        RecordingSink sink = read(folder.resolve("table.csv"), kept(proposal));
        assertEquals(1_234_50, amount(sink.invoices().get(0)));
        assertEquals("Muster GmbH", sink.debtors().get(0).name());
        Finding due = finding(proposal, "Fälligkeit");
        assertEquals(Optional.of("invoice.due"), due.field());
        assertEquals(99, due.surePercent());
        assertEquals(
                "the heading says «Fälligkeit», and the values are dates",
                due.why().toString());
    }

    @Test
    void frenchHeadingsWithAMarkBesideTheAmounts() throws Exception {
        Proposal proposal = propose("""
            Export du 21/11/2026

            N° facture\tClient\tDate facture\tÉchéance\tMontant TTC
            F-1\tC-1\t05/01/2026\t28/02/2026\t1 234,50 €
            F-2\tC-1\t17/01/2026\t28/02/2026\t99,00 €
            """, StandardCharsets.UTF_8);
        assertEquals(List.of(), proposal.open(), proposal::mapping);
        JsonNode mapping = JSON.readTree(proposal.mapping());
        assertEquals("tab", mapping.path("delimiter").asText());
        assertEquals("EUR", mapping.at("/currency/constant").asText());
        RecordingSink sink = read(folder.resolve("table.csv"), kept(proposal));
        assertEquals(List.of(), sink.rejections());
        assertEquals(1_234_50, amount(sink.invoices().get(0)));
        assertEquals(LocalDate.of(2026, 1, 5), sink.invoices().get(0).issueDate());
    }

    @Test
    void datesThatMayMeanTwoDaysAreSaidAndNeverGuessed() throws Exception {
        String table = """
            Invoice no,Customer,Invoice date,Due date,Amount,Currency
            F-1,C-1,05/01/2026,04/02/2026,100.00,EUR
            F-2,C-1,06/02/2026,07/03/2026,100.00,EUR
            """;
        Proposal proposal = propose(table, StandardCharsets.UTF_8);
        assertEquals(List.of("propose.dates-ambiguous"), codes(proposal));
        assertTrue(proposal.open().get(0).toString().contains("dd/MM/yyyy and MM/dd/yyyy"), proposal.open()::toString);
        ImportException refused =
                assertThrows(ImportException.class, () -> read(folder.resolve("table.csv"), kept(proposal)));
        assertTrue(refused.getMessage().contains("dates") || refused.field().contains("dates"), refused::toString);
        Proposal decided = propose(table + "F-3,C-1,25/02/2026,07/03/2026,100.00,EUR\n", StandardCharsets.UTF_8);
        assertEquals(List.of(), decided.open(), "one row decides for all columns");
        assertEquals(
                "dd/MM/yyyy", JSON.readTree(decided.mapping()).path("dates").asText());
        Proposal american = propose(table + "F-3,C-1,02/25/2026,03/07/2026,100.00,EUR\n", StandardCharsets.UTF_8);
        assertEquals(
                "MM/dd/yyyy", JSON.readTree(american.mapping()).path("dates").asText());
    }

    @Test
    void whatIsMissingIsNamedAndTheMappingRefusedUntilItIsFilledIn() throws Exception {
        Proposal proposal = propose("""
            Invoice no,Invoice date,Due date,Amount
            F-1,2026-01-05,2026-02-04,100.00
            """, StandardCharsets.UTF_8);
        assertEquals(List.of("propose.currency-missing", "propose.field-missing"), codes(proposal));
        assertTrue(proposal.open().get(1).toString().contains("«invoice.debtor»"));
        assertThrows(ImportException.class, () -> read(folder.resolve("table.csv"), kept(proposal)));
    }

    @Test
    void aTableThatMayBeTwoThingsIsAskedAbout() throws Exception {
        Proposal proposal = propose(
                "Number,Customer,Date,Amount,Currency\nX-1,C-1,2026-01-25,100.00,EUR\n", StandardCharsets.UTF_8);
        assertTrue(codes(proposal).contains("propose.kind-doubtful"), proposal.open()::toString);
        assertThrows(ImportException.class, () -> read(folder.resolve("table.csv"), kept(proposal)));
    }

    @Test
    void theSurerHeadingTakesThePlaceWhereverItStands() throws Exception {
        Proposal proposal = propose("""
            Paperless date,Invoice no,Customer,Invoice date,Due date,Amount,Currency
            2025-01-25,F-1,C-1,2026-01-25,2026-02-25,100.00,EUR
            """, StandardCharsets.UTF_8);
        assertEquals(
                Optional.of("invoice.issueDate"),
                finding(proposal, "Invoice date").field());
        assertEquals(
                "propose.twice",
                finding(proposal, "Paperless date").why().code().orElse(""));
        assertEquals("Paperless date", proposal.columns().get(0).column());
    }

    @Test
    void aHeadingIsNotBelievedAgainstItsValues() throws Exception {
        Proposal proposal = propose("""
            Invoice no,Customer,Invoice date,Due date,Amount,Currency,Payment date
            F-1,C-1,2026-01-25,on delivery,100.00,EUR,soon
            """, StandardCharsets.UTF_8);
        assertEquals(Optional.empty(), finding(proposal, "Due date").field());
        assertEquals(
                Optional.of("propose.no-dates"),
                finding(proposal, "Due date").why().code());
        assertTrue(proposal.notices().toString().contains("the term agreed with each debtor"));
    }

    @Test
    void withoutAColumnForItTheDueDateIsLeftToTheTerms() throws Exception {
        Proposal proposal = propose("""
            Invoice no,Customer,Invoice date,Amount,Currency
            F-1,C-1,2026-01-25,100.00,EUR
            """, StandardCharsets.UTF_8);
        assertEquals(List.of(), proposal.open());
        RecordingSink sink = read(folder.resolve("table.csv"), kept(proposal));
        assertTrue(sink.invoices().get(0).isDueByTerm());
        assertEquals(100_00, amount(sink.invoices().get(0)));
    }

    @Test
    void valuesAreTranslatedAndUnknownOnesAsked() throws Exception {
        Proposal proposal = propose("""
            Code client;Nom;Nature;Pays
            C-1;Exemple SARL;société;France
            C-2;Mairie de Modèle;administration;Belgique
            C-3;Autre;bizarre;FR
            """, StandardCharsets.UTF_8);
        assertEquals(List.of("propose.value-unknown"), codes(proposal));
        Path completed = Files.writeString(
                folder.resolve("completed.json"), proposal.mapping().replace("\"?\"", "\"unknown\""));
        RecordingSink sink = read(folder.resolve("table.csv"), completed);
        assertEquals(
                "[BUSINESS, PUBLIC, UNKNOWN]",
                sink.debtors().stream().map(debtor -> debtor.kind()).toList().toString());
        assertEquals(3, sink.debtors().size());
    }

    @Test
    void whatIsNoTableIsRefused() throws Exception {
        assertEquals("propose.no-table", refusal("one word\nand another\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals("file.empty", refusal(new byte[0]));
        assertEquals("encoding.nul", refusal("a;b\n\0;c\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals("propose.broken", refusal("facture;client\n\"F-1;C-1\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                "propose.broken",
                refusal(("facture;client\n" + ";".repeat(5_000) + "\n").getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                "propose.broken",
                refusal(("facture;client\n\"" + " ".repeat(2 * 1024 * 1024) + "\";C\n")
                        .getBytes(StandardCharsets.UTF_8)));
        assertFalse(propose("facture;échéance\n", StandardCharsets.UTF_8).open().isEmpty());
    }

    private String refusal(byte[] content) throws Exception {
        Path file = Files.write(folder.resolve("bad.csv"), content);
        return assertThrows(ImportException.class, () -> assistant.propose(file))
                .sentence()
                .code()
                .orElse("");
    }

    private Proposal propose(String table, Charset encoding) throws Exception {
        return assistant.propose(Files.write(folder.resolve("table.csv"), table.getBytes(encoding)));
    }

    private Path kept(Proposal proposal) throws Exception {
        return Files.writeString(folder.resolve("proposed.json"), proposal.mapping());
    }

    private static RecordingSink read(Path file, Path mapping) throws ImportException {
        return CsvFolder.read(CsvImporter.withDefaults(), file, Optional.of(mapping));
    }

    private static List<String> codes(Proposal proposal) {
        return proposal.open().stream()
                .flatMap(sentence -> sentence.code().stream())
                .toList();
    }

    private static Finding finding(Proposal proposal, String column) {
        return proposal.columns().stream()
                .filter(finding -> finding.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    private static long amount(InvoiceRecord invoice) {
        return invoice.instalments().get(0).amount().minor();
    }

    private static List<String> described(RecordingSink sink) {
        return sink.invoices().stream()
                .map(invoice -> invoice.number()
                        + invoice.debtor()
                        + invoice.issueDate()
                        + invoice.instalments()
                        + invoice.isDisputed()
                        + invoice.corrects())
                .toList();
    }
}
