package org.quittance.importer.bank;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.Importer;
import org.quittance.api.model.CreditorId;
import org.quittance.tck.importer.RecordingSink;

/** The files of the project's own that show each format. */
final class Samples {

    private static final Path FOLDER = Path.of("..", "..", "releng", "samples", "bank");
    private static final CreditorId CREDITOR = CreditorId.of("exemple");

    private Samples() {}

    static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(FOLDER.resolve(name));
    }

    static String text(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static List<Importer> importers() {
        return List.of(new CamtImporter(), new Mt940Importer(), new CfonbImporter(), new OfxImporter());
    }

    static RecordingSink read(Importer importer, Path file) throws ImportException {
        RecordingSink sink = new RecordingSink();
        importer.read(CREDITOR, file, Optional.empty(), sink);
        return sink;
    }

    static RecordingSink read(Importer importer, String sample) throws ImportException {
        return read(importer, FOLDER.resolve(sample));
    }
}
