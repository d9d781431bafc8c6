package org.quittance.importer.einvoice;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Real documents of others, which are no part of this project: their folder is named by an environment variable. */
final class SharedData {

    private static final String VARIABLE = "QUITTANCE_DATA";

    private SharedData() {}

    /** Skips the test where the folder is not there. */
    static Path folder() {
        Optional<Path> folder = Optional.ofNullable(System.getenv(VARIABLE)).map(path -> Path.of(path, "einvoice"));
        Assumptions.assumeTrue(
                folder.filter(Files::isDirectory).isPresent(), VARIABLE + " names no folder with e-invoices");
        return folder.orElseThrow();
    }
}
