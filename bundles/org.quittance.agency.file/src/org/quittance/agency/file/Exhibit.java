package org.quittance.agency.file;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quittance.api.document.DocumentFile;

/**
 * A document of the case under a name that is safe on any file system: numbered, so that two documents of one name both fit
 * and keep their order, and without anything but letters, digits, dot, hyphen and underscore.
 *
 * @param path below the package, with {@code /}
 */
record Exhibit(String path, DocumentFile document) {

    private static final int NAME_LENGTH_MAX = 100;

    static List<Exhibit> numbered(List<DocumentFile> documents) {
        List<Exhibit> exhibits = new ArrayList<>();
        for (DocumentFile document : documents) {
            String number = String.format(Locale.ROOT, "%02d", exhibits.size() + 1);
            exhibits.add(new Exhibit("exhibits/" + number + "-" + safe(document.fileName()), document));
        }
        return exhibits;
    }

    /** Keeps the end, where the extension is, when a name is too long. */
    private static String safe(String name) {
        String safe = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{N}._-]", "_")
                .replaceAll("\\.+$", "_");
        return safe.substring(Math.max(0, safe.length() - NAME_LENGTH_MAX));
    }
}
