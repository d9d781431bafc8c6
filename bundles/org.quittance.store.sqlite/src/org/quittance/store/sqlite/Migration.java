package org.quittance.store.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.quittance.api.model.Sha256;

/**
 * One step of the schema.
 *
 * @param version from 1, without gaps
 * @param sql its statements
 */
record Migration(int version, String sql) {

    private static final int LATEST = 13;

    /** The schema of this version, in order; a new step is a new file here, an old file never changes. */
    static List<Migration> all() {
        return IntStream.rangeClosed(1, LATEST).mapToObj(Migration::resource).toList();
    }

    /** SHA-256 of the statements, hexadecimal. */
    String checksum() {
        return Sha256.hex(sql);
    }

    private static Migration resource(int version) {
        String name = String.format("schema/%03d.sql", version);
        try (InputStream stream = Migration.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("resource " + name + " is missing in the bundle");
            }
            String sql = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            // A checkout on Windows may have changed the ends of lines.
            return new Migration(version, sql.replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
