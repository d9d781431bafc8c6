package org.quittance.api.ledger;

import org.eclipse.jdt.annotation.Nullable;

/** The case journal or send ledger could not be read or written. Nothing of the unit of work was kept. */
public final class LedgerException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    private LedgerException(String message, @Nullable Throwable cause, boolean retryable) {
        super(message, cause);
        this.retryable = retryable;
    }

    /** A lock, a lost connection. */
    public static LedgerException passing(String message, @Nullable Throwable cause) {
        return new LedgerException(message, cause, true);
    }

    /** A full disk, a damaged file, a read-only folder. */
    public static LedgerException lasting(String message, @Nullable Throwable cause) {
        return new LedgerException(message, cause, false);
    }

    public boolean isRetryable() {
        return retryable;
    }
}
