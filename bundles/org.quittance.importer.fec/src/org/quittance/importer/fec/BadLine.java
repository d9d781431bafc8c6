package org.quittance.importer.fec;

import org.quittance.api.text.Explained;
import org.quittance.api.text.Sentence;

/** A line that cannot be taken. */
final class BadLine extends Exception implements Explained {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final transient Sentence reason;

    BadLine(String field, String code, Object... values) {
        this.field = field;
        this.reason = Sentence.of(BadLine.class, code, values);
    }

    /** The column; empty text for the line as a whole. */
    String field() {
        return field;
    }

    @Override
    public Sentence sentence() {
        return reason;
    }

    @Override
    public String getMessage() {
        return reason.toString();
    }
}
