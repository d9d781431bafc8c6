package org.quittance.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.quittance.service.workspace.Workspace;

/** The policy of the measured runs: as the shipped standard, but every reminder claims interest and indemnity. */
final class ChargingPolicy {

    static final String ID = "bench";

    private static final String FILE = ID + ".json";

    private ChargingPolicy() {}

    static void install(Workspace workspace) throws IOException {
        Path folder =
                Files.createDirectories(workspace.directory().resolve("etc").resolve("policies"));
        try (InputStream policy = ChargingPolicy.class.getResourceAsStream(FILE)) {
            if (policy == null) {
                throw new IllegalStateException("the resource " + FILE + " is missing from the bundle");
            }
            Files.copy(policy, folder.resolve(FILE));
        }
    }
}
