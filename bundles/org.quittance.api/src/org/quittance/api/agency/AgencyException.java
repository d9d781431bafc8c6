package org.quittance.api.agency;

import org.eclipse.jdt.annotation.Nullable;

/** The agency could not be reached. The type says whether trying again makes sense. */
public final class AgencyException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    private AgencyException(String message, @Nullable Throwable cause, boolean retryable) {
        super(message, cause);
        this.retryable = retryable;
    }

    /** No connection now. */
    public static AgencyException passing(String message, @Nullable Throwable cause) {
        return new AgencyException(message, cause, true);
    }

    /** A wrong password, a missing folder: somebody must mend it. */
    public static AgencyException lasting(String message, @Nullable Throwable cause) {
        return new AgencyException(message, cause, false);
    }

    public boolean isRetryable() {
        return retryable;
    }
}
