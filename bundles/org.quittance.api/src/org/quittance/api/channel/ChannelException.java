package org.quittance.api.channel;

import org.eclipse.jdt.annotation.Nullable;

/** A channel failed before anything left the house. The type says whether trying again makes sense. */
public final class ChannelException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    private ChannelException(String message, @Nullable Throwable cause, boolean retryable) {
        super(message, cause);
        this.retryable = retryable;
    }

    /** No connection, a full queue: later it may work. */
    public static ChannelException passing(String message, @Nullable Throwable cause) {
        return new ChannelException(message, cause, true);
    }

    /** A wrong password, a read-only folder: somebody must mend it. */
    public static ChannelException lasting(String message, @Nullable Throwable cause) {
        return new ChannelException(message, cause, false);
    }

    public boolean isRetryable() {
        return retryable;
    }
}
