package org.quittance.escalation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;
import org.quittance.service.dossier.DossierService;
import org.quittance.service.dossier.Exhibit;

/**
 * The documents an agency wants, as the dossier has them. It calls them by the kinds of exhibits in lower-case words joined by hyphens, such as
 * {@code formal-notice}; {@code dossier} is the whole of it as one PDF.
 */
final class Exhibits {

    private static final String DOSSIER = "dossier";
    private static final Map<String, String> MEDIA_TYPES =
            Map.of("pdf", "application/pdf", "xml", "application/xml", "eml", "message/rfc822", "txt", "text/plain");

    private final DossierService dossiers;

    Exhibits(DossierService dossiers) {
        this.dossiers = dossiers;
    }

    /** In the order of the dossier; what is missing there is missing here. */
    List<DocumentFile> of(Creditor creditor, Debtor debtor, List<String> wanted, LocalDate today)
            throws CaseworkException {
        var order = new DossierService.Order(creditor.id(), debtor.id(), today, creditor.language());
        try {
            Path folder = Files.createTempDirectory("quittance-hand-over");
            try {
                List<Exhibit> exhibits = dossiers.write(order, folder.resolve(DOSSIER + ".pdf"), false);
                return read(folder, exhibits, wanted);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new CaseworkException(Kind.UNAVAILABLE, Failures.said("handover.exhibits", Failures.message(e)), e);
        }
    }

    private static List<DocumentFile> read(Path folder, List<Exhibit> exhibits, List<String> wanted)
            throws IOException {
        List<DocumentFile> files = new ArrayList<>();
        for (Exhibit exhibit : exhibits) {
            if (!exhibit.isMissing() && wanted.contains(word(exhibit.kind()))) {
                files.add(
                        file(folder.resolve(DOSSIER).resolve(exhibit.fileName().orElseThrow())));
            }
        }
        if (wanted.contains(DOSSIER)) {
            files.add(file(folder.resolve(DOSSIER + ".pdf")));
        }
        return files;
    }

    private static String word(Exhibit.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static DocumentFile file(Path file) throws IOException {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return DocumentFile.of(
                name, MEDIA_TYPES.getOrDefault(ending, "application/octet-stream"), Files.readAllBytes(file));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
