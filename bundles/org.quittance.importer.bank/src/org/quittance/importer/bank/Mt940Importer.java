package org.quittance.importer.bank;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.importer.ImportException;
import org.quittance.api.importer.ImportSink;
import org.quittance.api.importer.Importer;
import org.quittance.api.model.CreditorId;

/**
 * Reads SWIFT statements (MT940), with or without the blocks of SWIFT around them, and what German, French and Dutch banks
 * write into field 86. Stateless, so safe for several threads.
 */
@Component
public final class Mt940Importer implements Importer {

    private static final Pattern REFERENCE = Pattern.compile("(?m)^:20:");
    private static final Pattern OPENING = Pattern.compile("(?m)^:60[FM]:[CD]\\d");

    @Override
    public String format() {
        return "mt940";
    }

    @Override
    public boolean recognises(String fileName, byte[] head) {
        requireNonNull(fileName, "fileName");
        String text = new String(requireNonNull(head, "head"), StandardCharsets.ISO_8859_1);
        return REFERENCE.matcher(text).find() && OPENING.matcher(text).find();
    }

    @Override
    public void read(CreditorId creditor, Path file, Optional<Path> mapping, ImportSink sink) throws ImportException {
        requireNonNull(creditor, "creditor");
        requireNonNull(mapping, "mapping");
        new TwoPasses(requireNonNull(file, "file"), Mt940Reader::parse).read(requireNonNull(sink, "sink"));
    }
}
