package org.quittance.service.workspace;

import org.eclipse.jdt.annotation.Nullable;

/** The workspace cannot be opened, copied or restored; nothing was changed. */
public final class WorkspaceException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    public WorkspaceException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Kinds of failure. */
    public enum Kind {
        /** Another process has it. */
        LOCKED,
        /** Damaged, of a newer version, incomplete, or not writable. */
        DAMAGED,
        /** A configuration file is wrong; the message names file and field. */
        CONFIGURATION,
        /** A file that was named is missing, cannot be read or written, or is not what was asked for. */
        INPUT,
        /** The request does not fit this workspace. */
        USAGE
    }
}
