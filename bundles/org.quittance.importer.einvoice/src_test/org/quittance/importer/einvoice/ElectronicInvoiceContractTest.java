package org.quittance.importer.einvoice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.api.importer.Importer;
import org.quittance.tck.importer.ImporterContract;

class ElectronicInvoiceContractTest {

    /** One document per file. */
    private abstract static class OneDocument extends ImporterContract {

        OneDocument(Path folder) {
            super(folder);
        }

        @Override
        protected Importer importer() {
            return ElectronicInvoiceImporter.withDefaults();
        }

        @Override
        protected int records() {
            return 1;
        }
    }

    @Nested
    class Cii extends OneDocument {

        Cii(@TempDir Path folder) {
            super(folder);
        }

        @Override
        protected byte[] sample() {
            return Samples.CII.getBytes(StandardCharsets.UTF_8);
        }
    }

    @Nested
    class Ubl extends OneDocument {

        Ubl(@TempDir Path folder) {
            super(folder);
        }

        @Override
        protected byte[] sample() {
            return Samples.UBL.getBytes(StandardCharsets.UTF_8);
        }
    }

    @Nested
    class Pdf extends OneDocument {

        private final byte[] sample;

        /** A PDF has an identifier of its own each time it is made. */
        Pdf(@TempDir Path folder) throws IOException {
            super(folder);
            sample = Samples.pdf("factur-x.xml", Samples.CII);
        }

        @Override
        protected byte[] sample() {
            return sample.clone();
        }
    }
}
