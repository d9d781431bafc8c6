package org.quittance.importer.bank;

import org.quittance.api.importer.ImportException;

/** A text is not what its place in the format asks for. Whoever knows the place turns it into a refusal. */
final class BadValue extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param reason what is wrong and what is expected, one sentence */
    BadValue(String reason) {
        super(reason, null, false, false);
    }

    ImportException at(long line, String field) {
        return new ImportException(field + ": " + getMessage(), line, field, this);
    }
}
