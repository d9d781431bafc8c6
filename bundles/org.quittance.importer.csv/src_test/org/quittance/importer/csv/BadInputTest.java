package org.quittance.importer.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.quittance.importer.csv.CsvFolder.HEADER;
import static org.quittance.importer.csv.CsvFolder.INVOICES;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.api.importer.ImportException;
import org.quittance.tck.importer.RecordingSink;

class BadInputTest {

    private static final String GOOD = "F-1,D-1,2026-10-01,2026-10-31,100.00\n";

    private final Path temporary;
    private final CsvFolder folder;

    BadInputTest(@TempDir Path temporary) {
        this.temporary = temporary;
        this.folder = new CsvFolder(temporary);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "F-2,D-1,2026-02-31,2026-10-31,5.00 | issued | «2026-02-31» does not exist",
                "F-2,D-1,2026-02-01,31/10/2026,5.00 | due | expected form yyyy-MM-dd",
                "F-2,D-1,2026-02-01,2026-10-31,5.005 | amount | 3 decimals, but EUR has 2",
                "F-2,D-1,2026-02-01,2026-10-31,-5.00 | amount | expected more than zero; a credit note",
                "F-2,D-1,2026-02-01,2026-10-31,0.00 | amount | expected more than zero",
                "F-2,D-1,2026-02-01,2026-10-31,5.00 USD | amount | the currency of this row is EUR",
                "F-2,D-1,2026-02-01,2026-10-31, | amount | is empty",
                "F-2,,2026-02-01,2026-10-31,5.00 | debtor | is empty",
                ",D-1,2026-02-01,2026-10-31,5.00 | number | is empty",
                "F-2,D-1,2026-02-01,2026-10-31 | '' | has 4 cells, expected 5",
                "F-2,D-1,2026-02-01,2026-10-31,5,00 | '' | has 6 cells, expected 5",
                "F-2,D-1,2026-02-01,2026-10-31,total | amount | is not an amount"
            })
    void rejectsABadRowByLineAndFieldAndReadsOn(String row, String field, String reason) throws Exception {
        RecordingSink sink = folder.read(HEADER + GOOD + row + "\n" + GOOD.replace("F-1", "F-3"), INVOICES);
        assertEquals(3, sink.rejection().line());
        assertEquals(field, sink.rejection().field());
        assertTrue(sink.rejection().reason().contains(reason), sink.rejection().reason());
        assertEquals(2, sink.invoices().size());
        assertEquals("F-3", sink.invoices().get(1).number());
    }

    @Test
    void countsLinesInsideQuotedCells() throws Exception {
        RecordingSink sink =
                folder.read(HEADER + GOOD.replace("D-1", "\"D-\n1\"") + GOOD + "F-4,D,x,2026-10-31,1\n", INVOICES);
        assertEquals(2, sink.rejections().size());
        assertTrue(sink.rejections().get(0).reason().contains("control character"));
        assertEquals(5, sink.rejections().get(1).line());
    }

    @Test
    void refusesAFileThatIsNotThere() {
        ImportException problem = assertThrows(
                ImportException.class,
                () -> CsvFolder.read(CsvImporter.withDefaults(), temporary.resolve("absent.csv"), Optional.empty()));
        assertTrue(problem.getMessage().contains("absent.csv cannot be read: there is no such file"));
    }

    @Test
    void refusesAFolder() {
        assertTrue(assertThrows(
                        ImportException.class,
                        () -> CsvFolder.read(CsvImporter.withDefaults(), temporary, Optional.empty()))
                .getMessage()
                .contains("is a folder"));
    }

    @Test
    void refusesAnEmptyFile() {
        assertTrue(folder.refused("", INVOICES).getMessage().contains("is empty"));
        assertTrue(folder.refused("\n\n", "\"delimiter\": \",\"," + INVOICES)
                .getMessage()
                .contains("no rows"));
    }

    @Test
    void takesAFileOfAHeaderAlone() throws Exception {
        assertEquals(0, folder.read(HEADER, INVOICES).invoices().size());
    }

    @Test
    void refusesAMissingColumnNamingItAndTheNearest() {
        ImportException problem = folder.refused(HEADER.replace("amount", "amuont") + GOOD, INVOICES);
        assertEquals("amount", problem.field());
        assertEquals(1, problem.line());
        assertTrue(problem.getMessage().contains("has no column «amount»"), problem.getMessage());
        assertTrue(problem.getMessage().contains("did you mean «amuont»?"), problem.getMessage());
        assertTrue(problem.getMessage().contains("ledger.mapping.json line 3"), problem.getMessage());
    }

    @Test
    void aMissingColumnWithNothingNearIsASentenceOfItsOwn() {
        ImportException problem = folder.refused(HEADER.replace("amount", "zzzzzzzzzzzz") + GOOD, INVOICES);
        assertTrue(problem.getMessage().contains("asks for. Its columns are «"), problem.getMessage());
    }

    @Test
    void aBinaryFileIsNamedAsOneBeforeItsColumnsAreLookedFor() {
        ImportException problem = folder.refused("\u007fELF\n\0\u0001", INVOICES);
        assertEquals(2, problem.line());
        assertTrue(problem.getMessage().contains("binary"), problem.getMessage());
    }

    @Test
    void theLineIsToldOnceByTheExceptionAndNotInItsWords() {
        ImportException quote = folder.refused(HEADER + GOOD + "\"F-2,D-1\n", INVOICES);
        assertFalse(quote.getMessage().contains("line "), quote.getMessage());
        ImportException nul = folder.refused(HEADER + GOOD + GOOD.replace("D-1", "D\0"), INVOICES);
        assertFalse(nul.getMessage().contains("line "), nul.getMessage());
    }

    @Test
    void refusesAColumnThatStandsTwice() {
        assertTrue(folder.refused("amount," + HEADER + "1," + GOOD, INVOICES)
                .getMessage()
                .contains("«amount» twice"));
    }

    @Test
    void refusesATextThatNoDelimiterCuts() {
        ImportException problem = folder.refused("Just a letter.\nWith two lines.\n", INVOICES);
        assertTrue(problem.getMessage().contains("set \"delimiter\""), problem.getMessage());
    }

    @Test
    void refusesAQuoteNeverClosedNamingTheLineWhereItBegan() {
        ImportException problem =
                folder.refused(HEADER + GOOD + "\"F-2,D-1,2026-10-01,2026-10-31,1.00\n" + GOOD, INVOICES);
        assertEquals(3, problem.line());
        assertTrue(problem.getMessage().contains("is not closed properly"), problem.getMessage());
    }

    @Test
    void refusesAQuoteThatIsClosedInAnotherRow() {
        ImportException problem =
                folder.refused(HEADER + "\"F-2,D-1,2026-10-01,2026-10-31,1.00\n\"F-3\"" + GOOD, INVOICES);
        assertEquals(2, problem.line());
    }

    @Test
    void refusesACellLongerThanAllowedNamingTheLineWhereItBegan() throws IOException {
        String cell = "\"" + "x\n".repeat(100_000) + "\"";
        Path file = folder.file("long.csv", "id,name\nD-1,A\nD-2," + cell + "\n", StandardCharsets.UTF_8);
        Path mapping = folder.file(
                "debtors.json",
                "{\"delimiter\": \",\", \"records\": {\"debtor\": {\"id\": \"id\", \"name\": \"name\"}}}",
                StandardCharsets.UTF_8);
        ImportException problem = assertThrows(
                ImportException.class, () -> CsvFolder.read(new CsvImporter(65_536, 10), file, Optional.of(mapping)));
        assertEquals(3, problem.line());
        assertTrue(problem.getMessage().contains("longer than 65536 characters"), problem.getMessage());
    }

    @Test
    void refusesMoreColumnsThanAllowed() throws IOException {
        Path file = folder.file("wide.csv", "a,b,c,d\n", StandardCharsets.UTF_8);
        Path mapping = folder.file(
                "m.json",
                "{\"delimiter\": \",\", \"records\": {\"debtor\": {\"id\": \"a\", \"name\": \"b\"}}}",
                StandardCharsets.UTF_8);
        ImportException problem = assertThrows(
                ImportException.class, () -> CsvFolder.read(new CsvImporter(1_024, 3), file, Optional.of(mapping)));
        assertTrue(problem.getMessage().contains("more than 3 columns"), problem.getMessage());
    }

    @Test
    void refusesNulBytesNamingTheLine() {
        ImportException problem = folder.refused(HEADER + GOOD + GOOD.replace("D-1", "D\0"), INVOICES);
        assertEquals(3, problem.line());
        assertTrue(problem.getMessage().contains("NUL"), problem.getMessage());
    }

    @Test
    void refusesAFileThatMayNotBeRead() throws IOException {
        Path locked = folder.file("locked.csv", HEADER, StandardCharsets.UTF_8);
        assumeTrue(locked.toFile().setReadable(false) && !Files.isReadable(locked), "needs a user who is not root");
        assertTrue(assertThrows(
                        ImportException.class,
                        () -> CsvFolder.read(CsvImporter.withDefaults(), locked, Optional.empty()))
                .getMessage()
                .contains("access is denied"));
    }

    @Test
    void doesNotCallPaymentsCompleteWhenOneWasRejected() throws Exception {
        String mapping = """
            "currency": {"constant": "EUR"}, "paymentsKnownUntil": "last payment",
            "records": {"payment": {"invoice": "invoice", "amount": "amount", "bookedOn": "booked"}}\
            """;
        RecordingSink complete = folder.read("invoice,amount,booked\nF-1,5,2026-11-02\nF-2,5,2026-11-01\n", mapping);
        assertEquals("[2026-11-02]", complete.knownUntil().toString());
        RecordingSink lossy = folder.read("invoice,amount,booked\nF-1,5,2026-11-02\nF-2,5,2026-11-31\n", mapping);
        assertEquals(1, lossy.payments().size());
        assertEquals(0, lossy.knownUntil().size());
        assertEquals("paymentsKnownUntil", lossy.rejections().get(1).field());
        assertTrue(lossy.rejections().get(1).reason().contains("1 of this file"));
    }
}
