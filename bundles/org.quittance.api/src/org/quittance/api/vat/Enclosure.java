package org.quittance.api.vat;

import static java.util.Objects.requireNonNull;

import org.quittance.api.document.DocumentFile;

/**
 * One document of a file.
 *
 * @param folder a plain name, or empty for the file's own level
 */
public record Enclosure(String folder, DocumentFile document) {

    public Enclosure {
        requireNonNull(document, "document");
        if (!folder.matches("[A-Za-z0-9-]*")) {
            throw new IllegalArgumentException("«" + folder + "» is not a plain name of a folder");
        }
    }

    /** Such as {@code duplicata/F-2026-115.pdf}. */
    public String path() {
        return folder.isEmpty() ? document.fileName() : folder + "/" + document.fileName();
    }
}
