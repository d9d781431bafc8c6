package org.quittance.importer.fec;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.importer.Importer;
import org.quittance.tck.importer.ImporterContract;

class FecContractTest extends ImporterContract {

    FecContractTest(@TempDir Path folder) {
        super(folder);
    }

    @Override
    protected Importer importer() {
        return new FecImporter();
    }

    private static Fec begun() {
        return new Fec()
                .sale(1, "20260105", "C-01", "F-1", "120,00", "AA")
                .payment(2, "20260220", "C-01", "VIR 1", "120,00", "AA");
    }

    private static Fec ended(Fec fec) {
        return fec.sale(4, "20260210", "C-02", "F-3", "1200,50", "");
    }

    @Override
    protected byte[] sample() {
        return ended(begun().sale(3, "20260209", "C-02", "F-2", "80,00", "")).bytes();
    }

    @Override
    protected Optional<byte[]> sampleWithABadRecord() {
        return Optional.of(
                ended(begun().sale(3, "20260230", "C-02", "F-2", "80,00", "")).bytes());
    }

    @Override
    protected Optional<byte[]> mapping() {
        return Optional.of("{\"term\": 30}".getBytes(StandardCharsets.UTF_8));
    }
}
