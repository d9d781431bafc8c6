package org.quittance.oracle.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.Importer;
import org.quittance.api.model.CreditorId;
import org.quittance.tck.importer.RecordingSink;

/** Statements of the project's own, and those where QUITTANCE_DATA says there are more. */
final class BankFiles {

    private static final Path SAMPLES = Path.of("..", "..", "releng", "samples", "bank");
    private static final CreditorId CREDITOR = CreditorId.of("exemple");

    private BankFiles() {}

    /** Those whose names match. */
    static List<Path> named(String pattern) throws IOException {
        Optional<Path> data =
                Optional.ofNullable(System.getenv("QUITTANCE_DATA")).map(folder -> Path.of(folder, "bank"));
        List<Path> folders = Stream.concat(Stream.of(SAMPLES), data.stream()).toList();
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.getFileName().toString().matches(pattern))
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** What our importer reads, or why it refuses. */
    static Outcome read(Importer importer, Path file) {
        RecordingSink sink = new RecordingSink();
        try {
            importer.read(CREDITOR, file, Optional.empty(), sink);
            return new Outcome(sink, "");
        } catch (ImportException refusal) {
            return new Outcome(sink, String.valueOf(refusal.getMessage()));
        }
    }

    /** @param refusal empty text where the file was read */
    record Outcome(RecordingSink read, String refusal) {}
}
