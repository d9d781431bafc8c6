package org.quittance.document.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.text.Sentence;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;

/** A dossier on the disk: the PDF, and beside it the folder of originals with their hashes. Pure but for the disk. */
final class DossierFiles {

    private static final String HASHES = "SHA256SUMS";

    private final Path file;
    private final Path folder;

    private DossierFiles(Path file) {
        this.file = file.toAbsolutePath().normalize();
        String name = this.file.getFileName().toString();
        String stem = name.replaceFirst("(?i)\\.pdf$", "");
        this.folder = this.file.resolveSibling(stem.equals(name) ? name + "-files" : stem);
    }

    /** @throws CaseworkException where it may not be written: said before anything is read or made */
    static DossierFiles at(Path file, boolean replace) throws CaseworkException {
        DossierFiles files = new DossierFiles(file);
        if (!Files.isDirectory(files.file.getParent())) {
            throw new CaseworkException(
                    Kind.INPUT, Sentence.of(DossierFiles.class, "folder.none", files.file.getParent()));
        }
        if (Files.isDirectory(files.file)) {
            throw new CaseworkException(Kind.INPUT, Sentence.of(DossierFiles.class, "file.folder", files.file));
        }
        files.refuseToReplace(files.file, replace);
        files.refuseToReplace(files.folder, replace);
        if (Files.exists(files.folder) && !Files.exists(files.folder.resolve(HASHES))) {
            throw new CaseworkException(
                    Kind.INPUT, Sentence.of(DossierFiles.class, "folder.foreign", files.folder, HASHES));
        }
        return files;
    }

    private void refuseToReplace(Path path, boolean replace) throws CaseworkException {
        if (Files.exists(path) && !replace) {
            throw new CaseworkException(Kind.INPUT, Sentence.of(DossierFiles.class, "file.exists", path));
        }
    }

    void write(byte[] pdf, List<DocumentFile> originals) throws CaseworkException {
        try {
            Path part = Files.createTempDirectory(file.getParent(), ".dossier-");
            try {
                StringBuilder hashes = new StringBuilder();
                for (DocumentFile original : originals) {
                    Files.write(part.resolve(original.fileName()), original.bytes());
                    hash(original, original.fileName(), hashes);
                }
                String name = file.getFileName().toString();
                hash(DocumentFile.of(name, "application/pdf", pdf), "../" + name, hashes);
                Files.writeString(part.resolve(HASHES), hashes, UTF_8);
                Path page = part.resolveSibling(part.getFileName() + ".pdf");
                Files.write(page, pdf);
                delete(folder);
                Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
                Files.move(page, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                delete(part);
                Files.deleteIfExists(part.resolveSibling(part.getFileName() + ".pdf"));
            }
        } catch (IOException e) {
            throw new CaseworkException(
                    Kind.INPUT, Sentence.of(DossierFiles.class, "file.unwritable", file, e.toString()), e);
        }
    }

    /** As {@code sha256sum --check} reads it, from within the folder. */
    private static void hash(DocumentFile document, String name, StringBuilder hashes) {
        hashes.append(document.sha256()).append("  ").append(name).append('\n');
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> walk = Files.walk(folder)) {
            deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
