package org.quittance.document.pdf;

/** One font as the pages need it: how wide a text is, how it is written, and its description for a document. */
interface Typeface {

    /** In points. */
    float width(String text, float size);

    /** Writes the operand of a {@code Tj} operator; what the font lacks is written as a visible mark. */
    void show(String text, ContentBuffer out);

    /** Whether every character has a glyph. */
    boolean covers(String text);

    /** Writes the objects that make up the font and returns the number of its dictionary. */
    int describe(ObjectWriter out);
}
