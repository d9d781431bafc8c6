package org.quittance.service.workspace;

import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.text.Explained;
import org.quittance.api.text.Sentence;

/** The workspace cannot be opened, copied or restored; nothing was changed. */
public final class WorkspaceException extends Exception implements Explained {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient Sentence sentence;

    public WorkspaceException(Kind kind, String message, @Nullable Throwable cause) {
        this(kind, Sentence.plain(message), cause);
    }

    public WorkspaceException(Kind kind, Sentence sentence, @Nullable Throwable cause) {
        super(sentence.toString(), cause);
        this.kind = kind;
        this.sentence = sentence;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public Sentence sentence() {
        return sentence;
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
