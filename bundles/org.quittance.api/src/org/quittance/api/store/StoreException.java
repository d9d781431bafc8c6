package org.quittance.api.store;

import org.eclipse.jdt.annotation.Nullable;

/** The ledger could not be read. The type says whether trying again makes sense. */
public class StoreException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    protected StoreException(String message, @Nullable Throwable cause, boolean retryable) {
        super(message, cause);
        this.retryable = retryable;
    }

    /** A passing fault: a lost connection, a lock, a restart. */
    public static StoreException passing(String message, @Nullable Throwable cause) {
        return new StoreException(message, cause, true);
    }

    /** A fault that stays until somebody mends it: a missing table, a refused password, a full disk. */
    public static StoreException lasting(String message, @Nullable Throwable cause) {
        return new StoreException(message, cause, false);
    }

    public boolean isRetryable() {
        return retryable;
    }
}
