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

/** Reads statements of French banks in records of 120 characters (CFONB 120, AFB 120). Stateless, so safe for several threads. */
@Component
public final class CfonbImporter implements Importer {

    private static final Pattern OPENING = Pattern.compile("\\s*01\\d{5}.{9}[A-Z]{3}[\\d ].{70}[\\d ]{13}.");

    @Override
    public String format() {
        return "cfonb120";
    }

    @Override
    public boolean recognises(String fileName, byte[] head) {
        requireNonNull(fileName, "fileName");
        String text = new String(requireNonNull(head, "head"), StandardCharsets.ISO_8859_1);
        int mark = text.startsWith("ï»¿") ? 3 : 0;
        return OPENING.matcher(text.substring(mark, Math.min(text.length(), mark + 1_000)))
                .lookingAt();
    }

    @Override
    public void read(CreditorId creditor, Path file, Optional<Path> mapping, ImportSink sink) throws ImportException {
        requireNonNull(creditor, "creditor");
        requireNonNull(mapping, "mapping");
        new TwoPasses(requireNonNull(file, "file"), CfonbReader::parse).read(requireNonNull(sink, "sink"));
    }
}
