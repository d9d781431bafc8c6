package org.quittance.document.pdf;

import org.eclipse.jdt.annotation.Nullable;

/** Draws on one A4 page, counting in points from its top left corner. Not for several threads. */
final class PageCanvas {

    static final float WIDTH = 595.28f;
    static final float HEIGHT = 841.89f;

    private final Typefaces faces;
    private final ContentBuffer content = new ContentBuffer(16 * 1024);
    private boolean complete = true;
    private @Nullable Ink ink;
    private boolean bold;
    private float size;

    PageCanvas(Typefaces faces) {
        this.faces = faces;
    }

    static float mm(float millimetres) {
        return millimetres * 72 / 25.4f;
    }

    Typefaces faces() {
        return faces;
    }

    /** A text whose first line has its top at {@code y}. */
    void text(float x, float y, Type type, String text) {
        if (text.isEmpty()) {
            return;
        }
        Typeface face = faces.of(type);
        complete &= face.covers(text);
        use(type.ink());
        content.raw("BT ");
        if (size != type.size() || bold != type.bold()) {
            size = type.size();
            bold = type.bold();
            content.raw(bold ? "/F2 " : "/F1 ");
            content.number(size);
            content.raw("Tf ");
        }
        content.number(x);
        content.number(HEIGHT - y - type.ascent());
        content.raw("Td ");
        face.show(text, content);
        content.raw("Tj ET\n");
    }

    /** A text on the baseline of a larger or smaller one that has its top at {@code y}. */
    void beside(Type neighbour, float x, float y, Type type, String text) {
        text(x, y + neighbour.ascent() - type.ascent(), type, text);
    }

    /** A text that ends at {@code right}. */
    void textRight(float right, float y, Type type, String text) {
        text(right - faces.of(type).width(text, type.size()), y, type, text);
    }

    void rule(float x, float y, float width, float thickness, Ink colour) {
        fill(x, y - thickness / 2, width, thickness, colour);
    }

    void fill(float x, float y, float width, float height, Ink colour) {
        use(colour);
        rectangle(x, y, width, height);
        content.raw("re f\n");
    }

    void frame(float x, float y, float width, float height, float thickness, Ink colour) {
        use(colour);
        content.number(thickness);
        content.raw("w ");
        rectangle(x, y, width, height);
        content.raw("re S\n");
    }

    void qrCode(float x, float y, float side, QrCode code) {
        code.draw(content, x, HEIGHT - y - side, side);
    }

    /** Whether the fonts had every character so far. */
    boolean isComplete() {
        return complete;
    }

    byte[] content() {
        return content.toBytes();
    }

    private void rectangle(float x, float y, float width, float height) {
        content.number(x);
        content.number(HEIGHT - y - height);
        content.number(width);
        content.number(height);
    }

    private void use(Ink colour) {
        if (ink != colour) {
            ink = colour;
            content.raw(colour.operators());
        }
    }
}
