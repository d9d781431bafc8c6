package org.quittance.importer.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.tck.importer.RecordingSink;

/** The public sample ledger of 2,466 invoices, which is not part of the project: its path is in {@code QUITTANCE_AR_CSV}. */
class AccountsReceivableTest {

    private static final Path SAMPLES = Path.of("..", "..", "releng", "samples");

    @Test
    void readsEveryInvoiceWithItsPayment() throws Exception {
        RecordingSink sink = read("accounts-receivable.mapping.json");
        assertEquals(
                0, sink.invoices().stream().filter(InvoiceRecord::isDisputed).count());
    }

    @Test
    void honoursTheDisputedColumnWhereTheMappingDoes() throws Exception {
        RecordingSink sink = read("accounts-receivable-disputed.mapping.json");
        assertEquals(
                561, sink.invoices().stream().filter(InvoiceRecord::isDisputed).count());
    }

    private static RecordingSink read(String mapping) throws Exception {
        String path = Optional.ofNullable(System.getenv("QUITTANCE_AR_CSV")).orElse("");
        assumeTrue(
                !path.isEmpty(),
                "skipped: set QUITTANCE_AR_CSV to the path of accounts-receivable.csv to read the real ledger");
        RecordingSink sink =
                CsvFolder.read(CsvImporter.withDefaults(), Path.of(path), Optional.of(SAMPLES.resolve(mapping)));
        assertEquals(0, sink.rejections().size(), sink.rejections()::toString);
        assertEquals(2466, sink.invoices().size());
        assertEquals(2466, sink.payments().size());
        assertEquals(100, sink.debtors().size());
        assertEquals("[2014-01-09]", sink.knownUntil().toString());
        return sink;
    }
}
