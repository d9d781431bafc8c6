package org.quittance.importer.einvoice;

import org.eclipse.jdt.annotation.Nullable;

/** A file of which nothing can be told, because it is damaged, cut off, or made to harm. */
final class UnreadableDocument extends UnfitDocument {

    private static final long serialVersionUID = 1L;

    UnreadableDocument(long line, String field, String reason, @Nullable Throwable cause) {
        super(line, field, reason, cause);
    }

    UnreadableDocument(long line, String field, String reason) {
        super(line, field, reason, null);
    }
}
