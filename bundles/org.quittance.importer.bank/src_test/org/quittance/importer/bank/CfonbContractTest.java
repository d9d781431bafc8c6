package org.quittance.importer.bank;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.importer.Importer;
import org.quittance.tck.importer.ImporterContract;

class CfonbContractTest extends ImporterContract {

    CfonbContractTest(@TempDir Path folder) {
        super(folder);
    }

    @Override
    protected Importer importer() {
        return new CfonbImporter();
    }

    @Override
    protected byte[] sample() throws IOException {
        return Samples.bytes("cfonb120.txt");
    }
}
