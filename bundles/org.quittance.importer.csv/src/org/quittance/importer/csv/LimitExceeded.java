package org.quittance.importer.csv;

/**
 * The file is beyond what is read with bounded memory. Unchecked, since it passes through the parser, which allows no
 * checked exceptions; {@link CsvImporter} turns it into one.
 */
final class LimitExceeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LimitExceeded(String message) {
        super(message);
    }
}
