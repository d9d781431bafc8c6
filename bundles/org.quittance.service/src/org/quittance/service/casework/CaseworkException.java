package org.quittance.service.casework;

import org.eclipse.jdt.annotation.Nullable;

/** An operation could not be done at all; the kind says whose turn it is. */
public final class CaseworkException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    public CaseworkException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public CaseworkException(Kind kind, String message) {
        this(kind, message, null);
    }

    public Kind kind() {
        return kind;
    }

    /** Kinds of failure. */
    public enum Kind {
        /** The request makes no sense: an unknown run, a date out of order. */
        USAGE,
        /** Input or configuration is bad; nothing was changed. */
        INPUT,
        /** The actor may not do this. */
        FORBIDDEN,
        /** The stop switch is up. */
        STOPPED,
        /** A service, the ledger or the database is not there or does not answer. */
        UNAVAILABLE,
        /** The workspace is locked or damaged. */
        WORKSPACE
    }
}
