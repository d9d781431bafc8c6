package org.quittance.api.importer;

import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.text.Explained;
import org.quittance.api.text.Sentence;

/** A file as a whole cannot be read: not readable, not this format, a mapping that does not fit. */
public final class ImportException extends Exception implements Explained {

    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;
    private final long line;
    private final String field;

    /**
     * @param line from 1; 0 for the whole file
     * @param field the column, element or mapping key; empty text if none
     */
    public ImportException(String message, long line, String field, @Nullable Throwable cause) {
        this(Sentence.plain(message), line, field, cause);
    }

    /** As above, told in the reader's language. */
    public ImportException(Sentence sentence, long line, String field, @Nullable Throwable cause) {
        super(sentence.toString(), cause);
        this.sentence = sentence;
        this.line = line;
        this.field = field;
    }

    public ImportException(String message) {
        this(message, 0, "", null);
    }

    @Override
    public Sentence sentence() {
        return sentence;
    }

    public long line() {
        return line;
    }

    public String field() {
        return field;
    }
}
