package org.quittance.importer.csv;

import org.quittance.api.text.Explained;
import org.quittance.api.text.Sentence;

/** Why one row cannot be taken. Without a stack trace: a bad file has as many of them as rows. */
final class RowProblem extends Exception implements Explained {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final transient Sentence reason;

    /**
     * @param field the column as the file calls it, or the field of the mapping
     * @param code names the sentence that says what is wrong and what is expected
     */
    RowProblem(String field, String code, Object... values) {
        super(null, null, false, false);
        this.field = field;
        this.reason = Sentence.of(RowProblem.class, code, values);
    }

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
