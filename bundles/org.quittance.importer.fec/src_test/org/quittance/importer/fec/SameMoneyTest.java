package org.quittance.importer.fec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.importer.ImportException;
import org.quittance.tck.importer.RecordingSink;

/** Money is counted once: where the bank's statements tell of it, and where it came back. */
class SameMoneyTest {

    private static final String SINCE = "{\"term\": 30, \"bankStatementsSince\": \"2026-02-01\"}";

    private final Path folder;

    SameMoneyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static List<String> payments(RecordingSink sink) {
        return sink.payments().stream()
                .map(payment -> payment.invoiceNumber().orElse("-") + " " + payment.amount())
                .toList();
    }

    @Test
    void aPaymentThatComesBackBehindItsSettledGroupLeavesTheInvoiceOpen() throws Exception {
        RecordingSink sink = new Fec()
                .sale(1, "20260105", "C-01", "F-1", "100,00", "AA")
                .payment(2, "20260110", "C-01", "V-1", "100,00", "AA")
                .sale(3, "20260112", "C-02", "F-2", "50,00", "AA")
                .payment(4, "20260113", "C-02", "V-2", "50,00", "AA")
                .customer("BQ|Banque", 5, "20260115", "C-01", "R-1", "100,00|0,00", "AA")
                .other("BQ|Banque", 5, "20260115", "512000", "R-1", "0,00|100,00")
                .read(folder);
        assertEquals(List.of("F-2 50.00 EUR"), payments(sink));
        assertEquals("EcritureLet", sink.rejection().field());
    }

    /** An export of last month gave the payment as good. */
    @Test
    void aReturnIsToldUnderTheKeyThePaymentHad() throws Exception {
        Fec fec = new Fec()
                .sale(1, "20260105", "C-01", "F-1", "100,00", "AA")
                .payment(2, "20260110", "C-01", "V-1", "100,00", "AA");
        String before = fec.read(folder).payments().get(0).key();
        fec.customer("BQ|Banque", 5, "20260115", "C-01", "R-1", "40,00|0,00", "AA")
                .other("BQ|Banque", 5, "20260115", "512000", "R-1", "0,00|40,00");
        List<String> returned = new ArrayList<>();
        RecordingSink sink = new RecordingSink() {
            @Override
            public void returned(long line, String key, LocalDate on) {
                returned.add(key + " " + on);
            }
        };
        Fec.read(folder, fec.bytes(), "{\"term\": 30}", sink);
        assertTrue(returned.contains(before + " 2026-01-15"), returned::toString);
        assertEquals(List.of("F-1 60.00 EUR"), payments(sink));
        assertNotEquals(before, sink.payments().get(0).key());
    }

    @Test
    void whatTheStatementsTellIsNotPaidByTheFileAsWell() throws Exception {
        byte[] bytes = new Fec()
                .sale(1, "20260105", "C-01", "F-1", "100,00", "AA")
                .payment(2, "20260131", "C-01", "V-1", "100,00", "AA")
                .sale(3, "20260112", "C-01", "F-2", "50,00", "AB")
                .payment(4, "20260201", "C-01", "V-2", "50,00", "AB")
                .payment(5, "20260202", "C-01", "V-3", "7,00", "")
                .customer("BQ|Banque", 6, "20260203", "C-01", "R-1", "7,00|0,00", "")
                .other("BQ|Banque", 6, "20260203", "512000", "R-1", "0,00|7,00")
                .bytes();
        RecordingSink sink = Fec.read(folder, bytes, SINCE);
        assertEquals(List.of("F-1 100.00 EUR"), payments(sink));
        assertEquals(2, sink.invoices().size());
        assertEquals(
                "3 payments are left to the bank’s statements, as the mapping asks",
                sink.rejection().reason());
    }

    @Test
    void theStatementsAloneSayUntilWhenTheirMoneyIsKnown() {
        byte[] bytes = new Fec().sale(1, "20260105", "C-01", "F-1", "10,00", "").bytes();
        for (String wrong : List.of(
                "{\"term\": 30, \"bankStatementsSince\": \"soon\"}",
                SINCE.replace("}", ", \"paymentsKnownUntil\": \"last payment\"}"))) {
            assertThrows(ImportException.class, () -> Fec.read(folder, bytes, wrong), wrong);
        }
    }
}
