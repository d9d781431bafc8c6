package org.quittance.importer.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.importer.Importer;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.model.CreditorId;
import org.quittance.tck.importer.RecordingSink;

/**
 * Statements of a hundred thousand entries, read without keeping any; thread time, so that a busy machine says the same. The
 * floor is far below what was measured.
 */
@Tag("long")
class SpeedTest {

    private static final int ENTRIES = 100_000;
    private static final int ROUNDS = 5;
    private static final int MEGABYTES_PER_SECOND_MIN = 2;

    private final Path folder;
    private final TestReporter reporter;

    SpeedTest(@TempDir Path folder, TestReporter reporter) {
        this.folder = folder;
        this.reporter = reporter;
    }

    @Test
    void readsCamt() throws Exception {
        String sample = Samples.text("camt053-v08.xml").replaceAll("(?s) *<Bal>.*</Bal>\n", "");
        int end = sample.indexOf("</Ntry>") + "</Ntry>\n".length();
        String entry = sample.substring(sample.indexOf("      <Ntry>"), end);
        String tail = sample.substring(sample.indexOf("    </Stmt>"));
        Path file = file(
                sample.substring(0, sample.indexOf("      <Ntry>")),
                i -> entry.replace("BANK-0001", "BANK-" + i).replace("F-2026-114", "F-2026-" + i),
                tail);
        measure(new CamtImporter(), file);
    }

    @Test
    void readsMt940() throws Exception {
        List<String> lines = Samples.text("mt940-de.sta").lines().toList();
        String entry = String.join("\n", lines.subList(4, 8)) + "\n";
        Path file = file(
                String.join("\n", lines.subList(0, 3)) + "\n:60F:C260301EUR0,\n",
                i -> entry.replace("BANK0001", "BANK" + i),
                ":62F:C260303EUR" + 125_050L * ENTRIES / 100 + ",\n-\n");
        measure(new Mt940Importer(), file);
    }

    @Test
    void readsCfonb() throws Exception {
        List<String> lines = Samples.text("cfonb120.txt").lines().toList();
        String entry = String.join("\n", lines.subList(1, 7)) + "\n";
        long closing = 100_000L + 125_050L * ENTRIES;
        String digits = String.format("%014d", closing);
        String last = lines.get(12).substring(0, 90)
                + digits.substring(0, 13)
                + "{ABCDEFGHI".charAt((int) (closing % 10))
                + " ".repeat(16);
        Path file =
                file(lines.get(0) + "\n", i -> entry.replace("F-2026-114", String.format("F-%06d-", i)), last + "\n");
        measure(new CfonbImporter(), file);
    }

    @Test
    void readsOfx() throws Exception {
        String sample = Samples.text("ofx-1.ofx");
        int start = sample.indexOf("<STMTTRN>");
        int end = sample.indexOf("</STMTTRN>") + "</STMTTRN>\n".length();
        String entry = sample.substring(start, end);
        Path file = file(
                sample.substring(0, start),
                i -> entry.replace("2026030200001", "2026030200001" + i),
                sample.substring(sample.indexOf("</BANKTRANLIST>")));
        measure(new OfxImporter(), file);
    }

    private Path file(String head, IntFunction<String> entry, String tail) throws IOException {
        Path file = folder.resolve("statement");
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write(head);
            for (int i = 0; i < ENTRIES; i++) {
                writer.write(entry.apply(i));
            }
            writer.write(tail);
        }
        return file;
    }

    private void measure(Importer importer, Path file) throws Exception {
        long best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Counting sink = new Counting();
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            importer.read(CreditorId.of("exemple"), file, Optional.empty(), sink);
            long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            best = Math.max(best, Files.size(file) * 1_000 / nanos);
            assertEquals(ENTRIES, sink.read);
        }
        reporter.publishEntry(importer.format() + " MB per second of thread time, of " + Files.size(file), "" + best);
        assertTrue(best >= MEGABYTES_PER_SECOND_MIN, "only " + best + " MB per second");
    }

    private static final class Counting extends RecordingSink {

        private int read;

        @Override
        public void entry(long line, StatementEntry entry) {
            read++;
        }
    }
}
