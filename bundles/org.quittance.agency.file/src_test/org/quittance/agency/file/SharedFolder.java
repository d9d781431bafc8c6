package org.quittance.agency.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder two sides share, as tests look at it. */
final class SharedFolder {

    private SharedFolder() {}

    static FileCollectionAgencyConnector connector(Path folder) {
        return new FileCollectionAgencyConnector(
                "agence-exemple", "Agence Exemple", folder.toString(), new String[] {"FR", "BE"}, "10 %");
    }

    /** Every file below, relative, in order, with {@code /}. */
    static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    static void report(Path folder, String name, String json) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("feedback")).resolve(name), json);
    }
}
