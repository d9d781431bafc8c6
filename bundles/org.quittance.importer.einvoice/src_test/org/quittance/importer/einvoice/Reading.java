package org.quittance.importer.einvoice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.quittance.api.importer.ElectronicInvoice;
import org.quittance.api.importer.ImportException;
import org.quittance.api.model.CreditorId;
import org.quittance.tck.importer.RecordingSink;

/** Reads documents from a temporary folder. */
final class Reading {

    private final Path folder;
    private int number;

    Reading(Path folder) {
        this.folder = folder;
    }

    ElectronicInvoice invoice(String xml) throws IOException, ImportException {
        return invoice(xml.getBytes(StandardCharsets.UTF_8));
    }

    ElectronicInvoice invoice(byte[] content) throws IOException, ImportException {
        RecordingSink sink = read(file(content));
        assertEquals(List.of(), sink.rejections());
        return sink.electronicInvoices().get(0);
    }

    RecordingSink.Rejection refusal(String xml) throws IOException {
        return refusal(xml.getBytes(StandardCharsets.UTF_8));
    }

    RecordingSink.Rejection refusal(byte[] content) throws IOException {
        RecordingSink sink = readOrRefused(file(content));
        assertEquals(List.of(), sink.electronicInvoices());
        return sink.rejection();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("document-" + ++number), content);
    }

    static RecordingSink read(Path file) throws ImportException {
        RecordingSink sink = new RecordingSink();
        ElectronicInvoiceImporter.withDefaults().read(CreditorId.of("exemple"), file, Optional.empty(), sink);
        return sink;
    }

    /** What cannot be read as a whole is told as if it were one rejected record. */
    static RecordingSink readOrRefused(Path file) {
        try {
            return read(file);
        } catch (ImportException e) {
            RecordingSink sink = new RecordingSink();
            sink.rejected(e.line(), e.field(), String.valueOf(e.getMessage()));
            return sink;
        }
    }
}
