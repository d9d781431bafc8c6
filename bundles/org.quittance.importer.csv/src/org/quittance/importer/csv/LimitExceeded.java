package org.quittance.importer.csv;

import org.quittance.api.text.Explained;
import org.quittance.api.text.Sentence;

/**
 * The file is beyond what is read with bounded memory. Unchecked, since it passes through the parser, which allows no
 * checked exceptions; {@link CsvImporter} turns it into one.
 */
final class LimitExceeded extends RuntimeException implements Explained {

    private static final long serialVersionUID = 1L;

    private final transient Sentence reason;

    LimitExceeded(String code, Object... values) {
        this.reason = Sentence.of(LimitExceeded.class, code, values);
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
