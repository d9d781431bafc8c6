package org.quittance.document.pdf;

/** How a text is set: weight, size and line distance in points, and ink. */
record Type(boolean bold, float size, float leading, Ink ink) {

    static Type regular(float size) {
        return new Type(false, size, size * 1.3f, Ink.BLACK);
    }

    static Type bold(float size) {
        return new Type(true, size, size * 1.3f, Ink.BLACK);
    }

    static Type small(float size) {
        return new Type(false, size, size * 1.25f, Ink.GREY);
    }

    Type leading(float points) {
        return new Type(bold, size, points, ink);
    }

    Type in(Ink other) {
        return new Type(bold, size, leading, other);
    }

    /** From the top of a line to its baseline. */
    float ascent() {
        return (leading - size) / 2 + size * 0.82f;
    }
}
