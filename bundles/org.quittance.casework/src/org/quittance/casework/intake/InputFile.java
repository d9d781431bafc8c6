package org.quittance.casework.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quittance.api.importer.Importer;
import org.quittance.api.model.Sha256;
import org.quittance.api.text.Sentence;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;

/**
 * A file to import, and who reads it.
 *
 * @param sha256 of its bytes when it was looked at
 */
record InputFile(Path path, Importer importer, String sha256) {

    private static final int HEAD = 64 * 1024;

    /** @throws CaseworkException INPUT where the file cannot be read or nobody knows its format */
    static InputFile of(Path path, Optional<String> format, List<Importer> importers) throws CaseworkException {
        if (Files.isDirectory(path)) {
            throw new CaseworkException(Kind.INPUT, Sentence.of(InputFile.class, "file.folder", path));
        }
        if (!Files.isRegularFile(path)) {
            throw new CaseworkException(Kind.INPUT, Sentence.of(InputFile.class, "file.absent", path));
        }
        MessageDigest digest = Sha256.digest();
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(HEAD);
            digest.update(head);
            byte[] buffer = new byte[HEAD];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            Sentence because =
                    e instanceof AccessDeniedException ? Sentence.of(InputFile.class, "file.denied") : Sentence.from(e);
            throw new CaseworkException(Kind.INPUT, Sentence.of(InputFile.class, "file.unreadable", path, because), e);
        }
        if (head.length == 0) {
            throw new CaseworkException(Kind.INPUT, Sentence.of(InputFile.class, "file.empty", path));
        }
        return new InputFile(
                path, importer(path, format, importers, head), HexFormat.of().formatHex(digest.digest()));
    }

    private static Importer importer(Path path, Optional<String> format, List<Importer> importers, byte[] head)
            throws CaseworkException {
        String known = importers.stream().map(Importer::format).sorted().collect(Collectors.joining(", "));
        if (format.isPresent()) {
            return importers.stream()
                    .filter(importer -> importer.format().equals(format.get()))
                    .findFirst()
                    .orElseThrow(() -> new CaseworkException(
                            Kind.USAGE, Sentence.of(InputFile.class, "format.unknown", format.get(), known)));
        }
        String name = path.getFileName().toString();
        return importers.stream()
                .filter(importer -> importer.recognises(name, head))
                .findFirst()
                .orElseThrow(() -> new CaseworkException(
                        Kind.INPUT, Sentence.of(InputFile.class, "format.unrecognised", path, known)));
    }
}
