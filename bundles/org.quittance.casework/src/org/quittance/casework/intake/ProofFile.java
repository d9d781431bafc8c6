package org.quittance.casework.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.store.StoreException;

/** The file an invoice was read from, as it is kept. */
final class ProofFile {

    private static final int NAME_CHARS_MAX = 150;
    private static final int HEAD_BYTES = 1_024;

    private ProofFile() {}

    static DocumentFile of(Path file) throws StoreException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String head = new String(bytes, 0, Math.min(bytes.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
            return DocumentFile.of(
                    plain(file.getFileName().toString()),
                    head.contains("%PDF-") ? "application/pdf" : "application/xml",
                    bytes);
        } catch (IOException e) {
            throw StoreException.lasting(file + " cannot be read again", e);
        }
    }

    private static String plain(String name) {
        String plain = name.replaceAll("[/\\\\\\p{Cntrl}]", "-").replaceFirst("^\\.+", "");
        String kept = plain.isEmpty() ? "invoice" : plain;
        return kept.length() > NAME_CHARS_MAX ? kept.substring(kept.length() - NAME_CHARS_MAX) : kept;
    }
}
