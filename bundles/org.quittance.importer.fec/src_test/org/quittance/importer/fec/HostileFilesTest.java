package org.quittance.importer.fec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.api.importer.PaymentRecord;
import org.quittance.api.model.CreditorId;
import org.quittance.tck.importer.RecordingSink;

class HostileFilesTest {

    @TempDir
    Path folder = Path.of("");

    private static Fec good() {
        return new Fec().sale(1, "20260105", "C-01", "F-1", "100,00", "");
    }

    @Test
    void aLineWithAnotherNumberOfCellsIsRefusedAlone() throws Exception {
        RecordingSink sink = good().line("VE|Ventes|2|20260105|411000|Clients").read(folder);
        assertEquals(4, sink.rejection().line());
        assertEquals(1, sink.invoices().size());
    }

    @Test
    void aFileInTwoEncodingsIsRefusedWithItsLine() {
        byte[] utf8 = good().bytes();
        byte[] latin = "VE|Ventes|2|20260105|706000|Été|||x|20260105|x|0,00|0,00|||20260105||\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] both = new byte[utf8.length + latin.length];
        System.arraycopy(utf8, 0, both, 0, utf8.length);
        System.arraycopy(latin, 0, both, utf8.length, latin.length);
        ImportException refusal = assertThrows(ImportException.class, () -> Fec.read(folder, both, "{\"term\": 30}"));
        assertEquals(4, refusal.line());
    }

    @Test
    void aDayThatDoesNotExistIsRefused() throws Exception {
        RecordingSink sink =
                good().sale(2, "20260231", "C-01", "F-2", "10,00", "").read(folder);
        assertEquals("EcritureDate", sink.rejection().field());
        assertEquals(1, sink.invoices().size());
    }

    @Test
    void ofAnEntryThatDoesNotBalanceNothingIsTaken() throws Exception {
        RecordingSink sink = good().customer("VE|Ventes", 2, "20260106", "C-01", "F-2", "50,00|0,00", "")
                .other("VE|Ventes", 2, "20260106", "706000", "F-2", "0,00|49,99")
                .read(folder);
        assertEquals("EcritureNum", sink.rejection().field());
        assertTrue(sink.rejection().reason().contains("0.01"), sink.rejection().reason());
        assertEquals(
                List.of("F-1"),
                sink.invoices().stream().map(InvoiceRecord::number).toList());
    }

    @Test
    void anAmountThatIsNoneIsRefused() throws Exception {
        for (String amount : List.of("1.234,56", "12,345", "x", "1e9", "99999999999999999999")) {
            RecordingSink sink = good().customer("VE|Ventes", 2, "20260106", "C-01", "F-2", amount + "|0,00", "")
                    .read(folder);
            assertEquals("Debit", sink.rejection().field(), amount);
        }
    }

    @Test
    void refusedPaymentsHoldBackHowFarPaymentsAreKnown() throws Exception {
        byte[] bytes = good().payment(2, "20260231", "C-01", "VIR", "10,00", "").bytes();
        RecordingSink sink = Fec.read(folder, bytes, "{\"term\": 30, \"paymentsKnownUntil\": \"2026-03-01\"}");
        assertEquals(List.of(), sink.knownUntil());
        assertEquals(2, sink.rejections().size());
    }

    @Test
    void aMappingThatIsWrongNamesItsKey() {
        for (String mapping : List.of(
                "{\"term\": -1}",
                "{\"term\": \"30\"}",
                "{\"term\": {\"days\": 30, \"method\": \"x\"}}",
                "{\"terms\": {\"C-01\": 400}}")) {
            ImportException refusal =
                    assertThrows(ImportException.class, () -> Fec.read(folder, good().bytes(), mapping));
            assertTrue(refusal.field().startsWith("term"), mapping);
        }
        assertThrows(ImportException.class, () -> Fec.read(folder, good().bytes(), "{\"term\": 30"));
        assertThrows(ImportException.class, () -> Fec.read(folder, good().bytes(), "{\"term\": 30, \"due\": 1}"));
    }

    @Test
    void withoutAMappingTheTermsAreAskedOfTheRegister() throws Exception {
        Path file = Files.write(folder.resolve("x.txt"), good().bytes());
        RecordingSink sink = new RecordingSink();
        new FecImporter().read(CreditorId.of("exemple"), file, Optional.empty(), sink);
        assertTrue(sink.invoices().stream().allMatch(InvoiceRecord::isDueByTerm));
        assertEquals(List.of(), sink.rejections());
    }

    @Test
    void aHeaderWithoutAColumnIsRefused() {
        String text = good().text().replace("|EcritureLet|", "|Lettrage|");
        ImportException refusal =
                assertThrows(ImportException.class, () -> Fec.read(folder, text, StandardCharsets.UTF_8));
        assertEquals("EcritureLet", refusal.field());
        assertFalse(new FecImporter().recognises("x", "a|b|c\n".getBytes(StandardCharsets.UTF_8)));
    }

    /** What is kept per line is small: a million lines pass through a heap that would not hold them. */
    @Test
    void memoryDoesNotGrowWithTheFile() throws Exception {
        int sales = 100_000;
        Path file = folder.resolve("large.txt");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(Fec.HEADER + "\n");
            for (int i = 0; i < sales; i++) {
                String debtor = "C-" + i % 1000;
                String lines = new Fec()
                        .sale(2 * i, "20260105", debtor, "F-" + i, "100,00", "L" + i)
                        .payment(2 * i + 1, "20260205", debtor, "V", "100,00", "L" + i)
                        .text();
                writer.write(lines.substring(lines.indexOf('\n') + 1));
            }
        }
        Path mapping = Files.writeString(folder.resolve("m.json"), "{\"term\": 30}");
        Counting sink = new Counting();
        new FecImporter().read(CreditorId.of("exemple"), file, Optional.of(mapping), sink);
        assertEquals(sales, sink.invoices);
        assertEquals(sales, sink.payments);
    }

    private static final class Counting extends RecordingSink {

        private int invoices;
        private int payments;

        @Override
        public void invoice(long line, InvoiceRecord invoice) {
            invoices++;
        }

        @Override
        public void payment(long line, PaymentRecord payment) {
            payments++;
        }
    }
}
