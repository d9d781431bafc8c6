package org.quittance.cli.command;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of the fictitious firm, as they are packaged. */
final class DemoCompany {

    /** A Friday; every date in the demo's files is relative to it. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static final String RESOURCES = "/org/quittance/cli/demo/";
    private static final String CREDITOR = "atelier-exemple.json";
    private static final List<String> TABLES =
            List.of("debtors", "invoices", "credit-notes", "payments", "evidence", "reminders");

    private DemoCompany() {}

    /** A table of the demo and how to read it. */
    record Source(Path file, Path mapping) {}

    static boolean isOccupied(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isPresent();
        }
    }

    /** Puts the firm in the place of the draft that a new workspace gets. */
    static void configure(Path workspace) throws IOException {
        Path creditors = workspace.resolve("etc").resolve("creditors");
        Files.deleteIfExists(creditors.resolve("main.json"));
        copy(CREDITOR, creditors.resolve(CREDITOR));
    }

    static List<Source> extract(Path folder) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (String table : TABLES) {
            Path file = folder.resolve(table + ".csv");
            Path mapping = folder.resolve(table + ".mapping.json");
            copy(table + ".csv", file);
            copy(table + ".mapping.json", mapping);
            sources.add(new Source(file, mapping));
        }
        return sources;
    }

    private static void copy(String name, Path target) throws IOException {
        try (InputStream in = DemoCompany.class.getResourceAsStream(RESOURCES + name)) {
            if (in == null) {
                throw new FileNotFoundException("the demo file " + name + " is not in this installation");
            }
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
