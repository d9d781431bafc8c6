package org.quittance.importer.bank;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.importer.Importer;
import org.quittance.tck.importer.ImporterContract;

class CamtContractTest extends ImporterContract {

    CamtContractTest(@TempDir Path folder) {
        super(folder);
    }

    @Override
    protected Importer importer() {
        return new CamtImporter();
    }

    @Override
    protected byte[] sample() throws IOException {
        return Samples.bytes("camt053-v08.xml");
    }
}
