package org.quittance.importer.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.importer.InvoiceRecord;
import org.quittance.tck.importer.RecordingSink;

/** A ledger of a million rows, read without keeping any. The floor is far below what was measured, for busy machines. */
@Tag("long")
class SpeedTest {

    private static final int ROWS = 1_000_000;
    private static final int ROWS_PER_SECOND_MIN = 100_000;

    @Test
    void readsAMillionInvoicesInASmallHeap(@TempDir Path folder, TestReporter reporter) throws Exception {
        Path csv = folder.resolve("ledger.csv");
        try (Writer writer = Files.newBufferedWriter(csv, StandardCharsets.UTF_8)) {
            writer.write(CsvFolder.HEADER);
            LocalDate first = LocalDate.of(2025, 1, 1);
            for (int i = 0; i < ROWS; i++) {
                LocalDate issued = first.plusDays(i % 600);
                writer.write("F-" + i + ",D-" + i / 10 + "," + issued + "," + issued.plusDays(30) + "," + (i % 9000 + 1)
                        + "." + (i % 90 + 10) + "\n");
            }
        }
        Path mapping = Files.writeString(folder.resolve("m.json"), "{" + CsvFolder.INVOICES + "}");
        for (int round = 1; round <= 3; round++) {
            Counting sink = new Counting();
            long start = System.nanoTime();
            CsvImporter.withDefaults().read(CsvFolder.CREDITOR, csv, Optional.of(mapping), sink);
            long perSecond = ROWS * 1_000_000_000L / (System.nanoTime() - start);
            reporter.publishEntry("rowsPerSecond round " + round, String.valueOf(perSecond));
            assertEquals(ROWS, sink.invoices);
            assertTrue(perSecond > ROWS_PER_SECOND_MIN, "only " + perSecond + " rows per second");
        }
    }

    private static final class Counting extends RecordingSink {

        private int invoices;

        @Override
        public void invoice(long line, InvoiceRecord invoice) {
            invoices++;
        }

        @Override
        public void rejected(long line, String field, String reason) {
            throw new AssertionError(line + " " + field + " " + reason);
        }
    }
}
