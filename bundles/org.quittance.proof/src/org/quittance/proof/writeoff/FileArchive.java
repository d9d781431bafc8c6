package org.quittance.proof.writeoff;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.quittance.api.vat.Enclosure;

/** One archive with everything, and last the hashes of all of it, as {@code sha256sum} reads them. */
final class FileArchive {

    private static final String HASHES = "sha256.txt";

    private FileArchive() {}

    static void write(List<Enclosure> enclosures, OutputStream out) throws IOException {
        StringBuilder hashes = new StringBuilder();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Enclosure enclosure : enclosures) {
                add(zip, enclosure.path(), enclosure.document().bytes());
                hashes.append(enclosure.document().sha256())
                        .append("  ")
                        .append(enclosure.path())
                        .append('\n');
            }
            add(zip, HASHES, hashes.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
