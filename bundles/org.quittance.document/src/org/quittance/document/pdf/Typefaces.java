package org.quittance.document.pdf;

/** The two weights a letter is set in. */
record Typefaces(Typeface regular, Typeface bold) {

    Typeface of(Type type) {
        return type.bold() ? bold : regular;
    }
}
