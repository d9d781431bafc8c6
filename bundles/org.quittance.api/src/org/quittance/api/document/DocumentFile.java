package org.quittance.api.document;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.model.Sha256;

/** Bytes with a name and a media type. Equal when all three are equal. */
public final class DocumentFile {

    private final String fileName;
    private final String mediaType;
    private final byte[] bytes;

    private DocumentFile(String fileName, String mediaType, byte[] bytes) {
        this.fileName = requireNonNull(fileName, "fileName");
        this.mediaType = requireNonNull(mediaType, "mediaType");
        this.bytes = requireNonNull(bytes, "bytes").clone();
        if (!fileName.matches("[^/\\\\\\p{Cntrl}]{1,150}") || fileName.startsWith(".")) {
            throw new IllegalArgumentException("«" + fileName + "» is not a plain file name");
        }
    }

    /**
     * @param fileName a plain name without folders
     * @param mediaType such as {@code application/pdf}
     */
    public static DocumentFile of(String fileName, String mediaType, byte[] bytes) {
        return new DocumentFile(fileName, mediaType, bytes);
    }

    public String fileName() {
        return fileName;
    }

    public String mediaType() {
        return mediaType;
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public int size() {
        return bytes.length;
    }

    /** SHA-256 of the bytes, 64 lower-case hexadecimal digits. */
    public String sha256() {
        return Sha256.hex(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DocumentFile file
                && fileName.equals(file.fileName)
                && mediaType.equals(file.mediaType)
                && Arrays.equals(bytes, file.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return fileName + " (" + bytes.length + " bytes)";
    }
}
