package org.quittance.importer.bank;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.ImportSink;
import org.quittance.api.importer.Importer;
import org.quittance.api.model.CreditorId;

/**
 * Reads statements, reports and notifications of ISO 20022 (camt.053, 052, 054) from version 02 on. Batches the bank itemises
 * become one entry per transaction. Stateless, so safe for several threads.
 */
@Component
public final class CamtImporter implements Importer {

    @Override
    public String format() {
        return "camt";
    }

    @Override
    public boolean recognises(String fileName, byte[] head) {
        requireNonNull(fileName, "fileName");
        String text = new String(requireNonNull(head, "head"), StandardCharsets.ISO_8859_1);
        return text.indexOf('<') >= 0 && CamtKind.isNamed(text);
    }

    @Override
    public void read(CreditorId creditor, Path file, Optional<Path> mapping, ImportSink sink) throws ImportException {
        requireNonNull(creditor, "creditor");
        requireNonNull(mapping, "mapping");
        try (XmlCursor xml = XmlCursor.open(requireNonNull(file, "file"))) {
            new CamtReader(xml, new EntryWriter(requireNonNull(sink, "sink"))).read();
        } catch (IOException problem) {
            throw FileProblem.of(file, problem);
        }
    }
}
