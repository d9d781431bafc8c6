package org.quittance.api.document;

import org.quittance.api.text.Explained;
import org.quittance.api.text.Sentence;

/** A document could not be made; trying again with the same facts and templates fails again. */
public final class DocumentException extends Exception implements Explained {

    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    public DocumentException(String message) {
        this(Sentence.plain(message));
    }

    public DocumentException(String message, Throwable cause) {
        this(Sentence.plain(message), cause);
    }

    /** As above, told in the reader's language. */
    public DocumentException(Sentence sentence) {
        super(sentence.toString());
        this.sentence = sentence;
    }

    public DocumentException(Sentence sentence, Throwable cause) {
        super(sentence.toString(), cause);
        this.sentence = sentence;
    }

    @Override
    public Sentence sentence() {
        return sentence;
    }
}
