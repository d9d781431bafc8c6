package org.quittance.document.pdf;

import java.util.List;

/**
 * How tightly a letter is set. A letter that would run onto a second page is set tighter, as far as it still reads well.
 *
 * @param paragraphGap below a paragraph, in points
 * @param blockGap around tables and boxes
 */
record Density(Type body, float paragraphGap, float blockGap, float signatureSpace) {

    static final Density NORMAL = new Density(Type.regular(10).leading(13.6f), 7.5f, 12, 22);
    static final Density COMPACT = new Density(Type.regular(9.5f).leading(12.4f), 5.5f, 8.5f, 12);
    static final Density TIGHT = new Density(Type.regular(9.2f).leading(11.6f), 4.4f, 6.5f, 6);

    /** The last resort before a second sheet. */
    static final Density TIGHTEST = new Density(Type.regular(9).leading(11.2f), 3.6f, 5.2f, 4);

    /** From the most comfortable to the tightest. */
    static final List<Density> ALL = List.of(NORMAL, COMPACT, TIGHT, TIGHTEST);
}
