package org.quittance.document.dossier;

import java.util.List;
import java.util.Optional;
import org.quittance.api.document.DocumentFile;
import org.quittance.service.dossier.Exhibit;

/**
 * An exhibit with what it consists of.
 *
 * @param original shown on pages and kept; empty where it is missing
 * @param more further forms of the same, kept but not shown: the plain text of a letter for instance
 * @param sheets the original as a PDF whose pages can be bound; empty for what cannot be shown on paper
 * @param pages of the sheets
 * @param own whether this program made the pages
 */
record Evidence(
        int number,
        Exhibit.Kind kind,
        String title,
        Optional<DocumentFile> original,
        List<DocumentFile> more,
        Optional<byte[]> sheets,
        int pages,
        boolean own) {

    Exhibit exhibit() {
        return new Exhibit(
                number, kind, title, original.map(DocumentFile::fileName), original.map(DocumentFile::sha256), pages);
    }

    boolean isMissing() {
        return original.isEmpty();
    }
}
