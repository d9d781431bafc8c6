package org.quittance.importer.csv;

/** Why one row cannot be taken. Without a stack trace: a bad file has as many of them as rows. */
final class RowProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param field the column as the file calls it, or the field of the mapping
     * @param reason what is wrong and what is expected, one sentence
     */
    RowProblem(String field, String reason) {
        super(reason, null, false, false);
        this.field = field;
    }

    String field() {
        return field;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
