package org.quittance.importer.bank;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.ImportSink;
import org.quittance.api.importer.Importer;
import org.quittance.api.model.CreditorId;

/**
 * Reads OFX, version 1 (SGML, leaves without end tags) and 2 (XML) alike: statements of bank accounts and cards. Stateless,
 * so safe for several threads.
 */
@Component
public final class OfxImporter implements Importer {

    @Override
    public String format() {
        return "ofx";
    }

    @Override
    public boolean recognises(String fileName, byte[] head) {
        requireNonNull(fileName, "fileName");
        String text = new String(requireNonNull(head, "head"), StandardCharsets.ISO_8859_1);
        return text.contains("<OFX>") && (text.contains("OFXHEADER") || text.contains("<SIGNONMSGSRSV1>"));
    }

    @Override
    public void read(CreditorId creditor, Path file, Optional<Path> mapping, ImportSink sink) throws ImportException {
        requireNonNull(creditor, "creditor");
        requireNonNull(mapping, "mapping");
        new TwoPasses(requireNonNull(file, "file"), OfxReader::parse).read(requireNonNull(sink, "sink"));
    }
}
