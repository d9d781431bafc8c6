package org.quittance.importer.einvoice;

import org.eclipse.jdt.annotation.Nullable;

/** A document that cannot be taken, with its place and a sentence for people. */
class UnfitDocument extends Exception {

    private static final long serialVersionUID = 1L;

    private final long line;
    private final String field;
    private final String reason;

    UnfitDocument(long line, String field, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.line = line;
        this.field = field;
        this.reason = reason;
    }

    UnfitDocument(long line, String field, String reason) {
        this(line, field, reason, null);
    }

    /** For the document as a whole. */
    UnfitDocument(String reason) {
        this(0, "", reason);
    }

    long line() {
        return line;
    }

    String field() {
        return field;
    }

    String reason() {
        return reason;
    }
}
