package org.quittance.matching.judge;

/**
 * An invoice that an entry names.
 *
 * @param invoice row of the index
 */
record Named(int invoice, Way way) {

    /** How it is named, the surest first. */
    enum Way {
        /** By a structured reference. */
        REFERENCE,
        /** By its number as it is printed, whatever stands between its parts. */
        FULL,
        /** By its number without the letters before it. */
        BARE
    }
}
