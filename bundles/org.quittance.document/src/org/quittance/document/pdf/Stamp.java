package org.quittance.document.pdf;

import static org.quittance.document.pdf.AddressWindow.MARGIN;
import static org.quittance.document.pdf.PageCanvas.mm;

/** What a page of an exhibit carries besides itself: which page of which exhibit, and its number in the whole. */
record Stamp(String head, String number) {

    private static final Type HEAD = Type.bold(9).in(Ink.ACCENT);

    /** The space that is left for the exhibit, in points from the lower left corner of the sheet. */
    static final float LEFT = mm(10);

    static final float BOTTOM = mm(16);
    static final float WIDTH = PageCanvas.WIDTH - 2 * LEFT;
    static final float HEIGHT = PageCanvas.HEIGHT - BOTTOM - mm(14);

    PageCanvas sheet(Typefaces faces) {
        PageCanvas canvas = new PageCanvas(faces);
        canvas.textRight(MARGIN + ProseBlock.WIDTH, mm(7), HEAD, PrintableText.of(head));
        ReportPages.drawNumber(canvas, number);
        return canvas;
    }
}
