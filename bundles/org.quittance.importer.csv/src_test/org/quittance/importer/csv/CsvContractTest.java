package org.quittance.importer.csv;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.importer.Importer;
import org.quittance.tck.importer.ImporterContract;

class CsvContractTest extends ImporterContract {

    private static final String ROWS = "F-1,D-1,2026-10-01,2026-10-31,100.00\nF-2,D-1,2026-10-02,2026-11-01,150.00\n";

    CsvContractTest(@TempDir Path folder) {
        super(folder);
    }

    @Override
    protected Importer importer() {
        return CsvImporter.withDefaults();
    }

    @Override
    protected byte[] sample() {
        return bytes(CsvFolder.HEADER + ROWS);
    }

    @Override
    protected Optional<byte[]> mapping() {
        return Optional.of(bytes("{" + CsvFolder.INVOICES + "}"));
    }

    @Override
    protected Optional<byte[]> sampleWithABadRecord() {
        return Optional.of(bytes(CsvFolder.HEADER + "F-0,D-1,2026-02-31,2026-10-31,5.00\n" + ROWS));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
