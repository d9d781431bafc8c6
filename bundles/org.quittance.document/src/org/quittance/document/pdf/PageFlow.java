package org.quittance.document.pdf;

import java.util.ArrayList;
import java.util.List;

/** The pages of a letter and the place on the last of them where the next block goes. Not for several threads. */
final class PageFlow {

    /** Where the text begins on the pages after the first. */
    private static final float TOP = PageCanvas.mm(27);

    private final Typefaces faces;
    private final float bottom;
    private final List<PageCanvas> pages = new ArrayList<>();
    private float y;

    /**
     * @param bottom where the text ends on every page
     */
    PageFlow(Typefaces faces, float bottom) {
        this.faces = faces;
        this.bottom = bottom;
        pages.add(new PageCanvas(faces));
    }

    Typefaces faces() {
        return faces;
    }

    PageCanvas page() {
        return pages.get(pages.size() - 1);
    }

    List<PageCanvas> pages() {
        return pages;
    }

    float y() {
        return y;
    }

    void moveTo(float position) {
        y = position;
    }

    void down(float distance) {
        y += distance;
    }

    float room() {
        return bottom - y;
    }

    /** Goes to a new page unless so much fits on this one; says whether it did. A page of its own holds what fits on none. */
    boolean ensure(float height) {
        if (height <= room() || isAtTop()) {
            return false;
        }
        newPage();
        return true;
    }

    void newPage() {
        pages.add(new PageCanvas(faces));
        y = TOP;
    }

    private boolean isAtTop() {
        return pages.size() > 1 && y <= TOP;
    }
}
