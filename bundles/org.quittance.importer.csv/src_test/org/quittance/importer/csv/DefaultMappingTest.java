package org.quittance.importer.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.tck.importer.RecordingSink;

class DefaultMappingTest {

    private final CsvFolder folder;

    DefaultMappingTest(@TempDir Path temporary) {
        this.folder = new CsvFolder(temporary);
    }

    @Test
    void readsAnEnglishLedgerByItsColumnNames() throws Exception {
        RecordingSink sink = folder.readWithoutMapping("""
            Invoice Number,Customer ID,Customer Name,Invoice Date,Due Date,Amount,Currency,Due2,Amount_2,Colour
            F-1,C-1,Sample & Sons Ltd,2026-01-05,2026-02-05,1234.50,GBP,2026-03-05,10,red
            """);
        assertEquals(List.of("2 debtor C-1", "2 invoice F-1"), sink.order());
        assertEquals(2, sink.invoices().get(0).instalments().size());
        assertEquals(
                "GBP",
                sink.invoices().get(0).instalments().get(0).amount().currency().getCurrencyCode());
    }

    @Test
    void takesNamesThatAreFrenchTooForEnglishAmongEnglishOnes() throws Exception {
        RecordingSink sink = folder.readWithoutMapping(
                "invoice,client,issue date,due,amount,currency\nF-1,C,2026-01-05,2026-02-05,12.5,EUR\n");
        assertEquals(List.of("2 invoice F-1"), sink.order(), sink.rejections()::toString);
    }

    @Test
    void readsAFrenchLedgerByItsColumnNamesDatesAndComma() throws Exception {
        RecordingSink sink =
                folder.readWithoutMapping("N° facture;Code client;Date d’émission;Échéance;Montant TTC;Devise\n"
                        + "F-1;C-1;05/01/2026;05/02/2026;1 234,50;EUR\n");
        InvoiceRecord invoice = sink.invoices().get(0);
        assertEquals(LocalDate.of(2026, 2, 5), invoice.instalments().get(0).dueDate());
        assertEquals(123450, invoice.instalments().get(0).amount().minor());
    }

    @Test
    void doesNotGuessWhetherDayOrMonthComesFirst() throws Exception {
        RecordingSink sink = folder.readWithoutMapping(
                "invoice,debtor,issue date,due,amount,currency\nF-1,C-1,01/02/2026,05/02/2026,12,EUR\n");
        assertEquals("issue date", sink.rejection().field());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "avoir;client;date de facture;montant;devise;facture d’origine\nA-1;C-1;05/01/2026;4,00;EUR;F-1\n",
                "invoice,amount,currency,payment date\nF-1,4.00,EUR,2026-11-20\n",
                "client;raison sociale;ville\nC-1;Boulangerie Modèle;Lyon\n",
                "facture;niveau de preuve;envoyée le;source\nF-1;delivered;20/11/2026;plateforme\n",
                "invoice,step,sent on\nF-1,courteous,2026-11-01\n"
            })
    void knowsEveryKindOfFileByItsColumns(String csv) throws Exception {
        RecordingSink sink = folder.readWithoutMapping(csv);
        int records =
                sink.order().size() + sink.evidence().size() + sink.reminders().size();
        assertEquals(1, records, sink.rejections()::toString);
    }

    @Test
    void refusesWhatCannotBeToldFromTheColumns() {
        assertTrue(refused("a,b\n1,2\n").contains("give a mapping file"));
        assertTrue(refused("invoice,debtor,issue date,due,amount\n1,2\n").contains("no column for «currency»"));
        assertTrue(refused("debtor,customer,name\n1,2,3\n").contains("mean the same"));
        assertTrue(refused("amount,currency,payment date\n1,EUR,2026-01-01\n").contains("no column for «debtor»"));
    }

    @Test
    void recognisesDelimitedTextAndNothingElse() {
        CsvImporter importer = CsvImporter.withDefaults();
        assertTrue(recognises(importer, "a;b\n1;2\n"));
        assertTrue(recognises(importer, "\uFEFFa,\"b,\nc\"\n1,2\n"));
        assertFalse(recognises(importer, "<?xml version=\"1.0\"?>\n<a,b>\n"));
        assertFalse(recognises(importer, "{\"a\": 1, \"b\": 2}\n"));
        assertFalse(recognises(importer, "%PDF-1.7\n1,2\n"));
        assertFalse(recognises(importer, ":20:STARTUMS\n:25:1,2\n"));
        assertFalse(recognises(importer, "{1:F01BANK}{2:O,1}"));
        assertFalse(recognises(importer, "OFXHEADER:100\nDATA:OFXSGML\n<OFX>\n"));
        assertFalse(recognises(importer, "Dear Sirs,\nthis is a letter, not, a ledger.\n"));
        assertFalse(recognises(importer, "a,b\0\n"));
        assertFalse(recognises(importer, ""));
    }

    @Test
    void takesAFileThatIsNamedDelimitedTextAtItsWord() {
        CsvImporter importer = CsvImporter.withDefaults();
        for (String damaged : List.of("", "a,b\0\n", "a,b\n1,2\n1,\"2\n", "no delimiter")) {
            byte[] head = damaged.getBytes(StandardCharsets.UTF_8);
            assertTrue(importer.recognises("Ledger.CSV", head), damaged);
            assertTrue(importer.recognises("ledger.tsv", head), damaged);
        }
        assertFalse(importer.recognises("statement.csv", "<?xml version=\"1.0\"?>".getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean recognises(CsvImporter importer, String text) {
        return importer.recognises("file", text.getBytes(StandardCharsets.UTF_8));
    }

    private String refused(String csv) {
        String message = assertThrows(ImportException.class, () -> folder.readWithoutMapping(csv))
                .getMessage();
        return String.valueOf(message);
    }
}
