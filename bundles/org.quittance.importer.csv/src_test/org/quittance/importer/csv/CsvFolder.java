package org.quittance.importer.csv;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.quittance.api.importer.ImportException;
import org.quittance.api.model.CreditorId;
import org.quittance.tck.importer.RecordingSink;

/** Writes small files into a temporary folder and imports them. */
final class CsvFolder {

    static final CreditorId CREDITOR = CreditorId.of("exemple");
    static final String HEADER = "number,debtor,issued,due,amount\n";
    /** Reads {@link #HEADER}; what stands in front of it goes to the top of the mapping. */
    static final String INVOICES = """
        "currency": {"constant": "EUR"},
        "records": {"invoice": {"number": "number", "debtor": "debtor", "issueDate": "issued", "due": "due",
          "amount": "amount"}}\
        """;

    private final Path folder;

    CsvFolder(Path folder) {
        this.folder = folder;
    }

    Path file(String name, String text, Charset encoding) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(encoding));
    }

    /** Imports a text with a mapping without its outer braces. */
    RecordingSink read(String csv, String mapping) throws IOException, ImportException {
        return read(csv.getBytes(StandardCharsets.UTF_8), mapping);
    }

    RecordingSink read(byte[] csv, String mapping) throws IOException, ImportException {
        Path file = Files.write(folder.resolve("ledger.csv"), csv);
        Path mappingFile = file("ledger.mapping.json", "{" + mapping + "}", StandardCharsets.UTF_8);
        return read(CsvImporter.withDefaults(), file, Optional.of(mappingFile));
    }

    RecordingSink readWithoutMapping(String csv) throws IOException, ImportException {
        return read(CsvImporter.withDefaults(), file("ledger.csv", csv, StandardCharsets.UTF_8), Optional.empty());
    }

    static RecordingSink read(CsvImporter importer, Path file, Optional<Path> mapping) throws ImportException {
        RecordingSink sink = new RecordingSink();
        importer.read(CREDITOR, file, mapping, sink);
        return sink;
    }

    ImportException refused(String csv, String mapping) {
        return assertThrows(ImportException.class, () -> read(csv, mapping));
    }

    ImportException refused(byte[] csv, String mapping) {
        return assertThrows(ImportException.class, () -> read(csv, mapping));
    }
}
