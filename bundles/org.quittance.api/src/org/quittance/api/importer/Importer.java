package org.quittance.api.importer;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.quittance.api.model.CreditorId;

/**
 * Reads one format of files. Called from one thread per file, may block; memory stays bounded however large the file is.
 * Reading has no effect of its own: the suite decides what to do with the records.
 */
@ConsumerType
public interface Importer {

    /** Name of the format, such as {@code csv}. */
    String format();

    /**
     * Whether a file is of this format, judged by its content.
     *
     * @param head its first bytes, at most 64 KiB
     */
    boolean recognises(String fileName, byte[] head);

    /**
     * Pushes every record into the sink, in the order of the file. A bad record is pushed as rejected and reading goes on.
     *
     * @param mapping how to read the file, for formats that need it
     * @throws ImportException where the file as a whole cannot be read; then nothing of it is kept
     */
    void read(CreditorId creditor, Path file, Optional<Path> mapping, ImportSink sink) throws ImportException;
}
