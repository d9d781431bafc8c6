package org.quittance.importer.bank;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.importer.Importer;
import org.quittance.tck.importer.ImporterContract;

class OfxContractTest extends ImporterContract {

    OfxContractTest(@TempDir Path folder) {
        super(folder);
    }

    @Override
    protected Importer importer() {
        return new OfxImporter();
    }

    @Override
    protected byte[] sample() throws IOException {
        return Samples.bytes("ofx-1.ofx");
    }

    @Override
    protected Optional<byte[]> sampleWithABadRecord() throws IOException {
        String correction = Samples.text("ofx-1.ofx").replaceFirst("<FITID>", "<CORRECTFITID>1<FITID>");
        return Optional.of(correction.getBytes(StandardCharsets.US_ASCII));
    }
}
