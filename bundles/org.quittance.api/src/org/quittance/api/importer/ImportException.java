package org.quittance.api.importer;

import org.eclipse.jdt.annotation.Nullable;

/** A file as a whole cannot be read: not readable, not this format, a mapping that does not fit. */
public final class ImportException extends Exception {

    private static final long serialVersionUID = 1L;

    private final long line;
    private final String field;

    /**
     * @param line from 1; 0 for the whole file
     * @param field the column, element or mapping key; empty text if none
     */
    public ImportException(String message, long line, String field, @Nullable Throwable cause) {
        super(message, cause);
        this.line = line;
        this.field = field;
    }

    public ImportException(String message) {
        this(message, 0, "", null);
    }

    public long line() {
        return line;
    }

    public String field() {
        return field;
    }
}
