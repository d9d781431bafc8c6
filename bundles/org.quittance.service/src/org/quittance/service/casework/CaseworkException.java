package org.quittance.service.casework;

import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.text.Explained;
import org.quittance.api.text.Sentence;

/** An operation could not be done at all; the kind says whose turn it is. */
public final class CaseworkException extends Exception implements Explained {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient Sentence sentence;

    public CaseworkException(Kind kind, String message, @Nullable Throwable cause) {
        this(kind, Sentence.plain(message), cause);
    }

    public CaseworkException(Kind kind, Sentence sentence, @Nullable Throwable cause) {
        super(sentence.toString(), cause);
        this.kind = kind;
        this.sentence = sentence;
    }

    public CaseworkException(Kind kind, String message) {
        this(kind, message, null);
    }

    public CaseworkException(Kind kind, Sentence sentence) {
        this(kind, sentence, null);
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
