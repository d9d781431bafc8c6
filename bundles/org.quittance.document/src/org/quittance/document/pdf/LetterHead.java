package org.quittance.document.pdf;

import static org.quittance.document.pdf.AddressWindow.MARGIN;
import static org.quittance.document.pdf.PageCanvas.mm;

import java.util.ArrayList;
import java.util.List;
import org.quittance.document.letter.Entry;
import org.quittance.document.letter.Letter;

/** The upper part of the first page: sender, address in the window, references, place and date. */
final class LetterHead {

    private static final Type NAME = Type.bold(13.5f).in(Ink.ACCENT);
    private static final Type SMALL = Type.small(8.4f);
    private static final Type VALUE = Type.regular(9);
    private static final Type RETURN = Type.small(6.6f);
    private static final float TOP = mm(14);
    private static final float BODY_TOP = mm(95);
    private static final float SHEET_BODY_TOP = mm(34);
    private static final float ADDRESS_SIZE_MAX = 10.2f;
    private static final float ADDRESS_SIZE_MIN = 6.6f;

    private final PageFlow flow;
    private final Letter letter;
    private final AddressWindow window;

    LetterHead(PageFlow flow, Letter letter) {
        this.flow = flow;
        this.letter = letter;
        this.window = AddressWindow.of(letter.sender().country());
    }

    void draw() {
        if (letter.internal()) {
            drawSheetHead();
            return;
        }
        drawSender();
        float bottom = Math.max(drawAddress(), drawReferences());
        float dateTop = Math.max(mm(84), bottom + 6);
        Type date = Type.regular(10);
        flow.page()
                .text(window.right() ? window.left() : window.referencesLeft(), dateTop, date, letter.placeAndDate());
        drawFolds();
        flow.moveTo(Math.max(BODY_TOP, dateTop + 2 * date.leading()));
    }

    private void drawSheetHead() {
        float y = TOP;
        flow.page().text(MARGIN, y, SMALL, PrintableText.of(letter.sender().name()));
        flow.page().textRight(MARGIN + ProseBlock.WIDTH, y, SMALL, letter.placeAndDate());
        y += SMALL.leading() + 1;
        StringBuilder references = new StringBuilder();
        for (Entry entry : letter.references()) {
            references
                    .append(references.length() == 0 ? "" : "  ·  ")
                    .append(entry.label())
                    .append(' ')
                    .append(entry.value());
        }
        for (String line : Lines.of(references.toString(), flow.faces(), SMALL, ProseBlock.WIDTH)) {
            flow.page().text(MARGIN, y, SMALL, line);
            y += SMALL.leading();
        }
        flow.moveTo(Math.max(SHEET_BODY_TOP, y + 10));
    }

    private void drawSender() {
        float y = TOP;
        float width = mm(window.right() ? 100 : 170);
        for (String line : Lines.of(letter.sender().name(), flow.faces(), NAME, width)) {
            flow.page().text(MARGIN, y, NAME, line);
            y += NAME.leading();
        }
        y += 1;
        List<String> lines = new ArrayList<>(letter.sender().addressLines());
        lines.addAll(letter.sender().contactLines());
        for (String text : lines) {
            for (String line : Lines.of(text, flow.faces(), SMALL, width)) {
                flow.page().text(MARGIN, y, SMALL, line);
                y += SMALL.leading();
            }
        }
    }

    /** Shrinks an address that is long rather than let it leave the window; the end of an endless one goes below it. */
    private float drawAddress() {
        if (!window.right()) {
            drawReturnLine();
        }
        float size = ADDRESS_SIZE_MAX;
        List<String> lines = addressLines(size);
        while (lines.size() * size * 1.18f > window.height() && size > ADDRESS_SIZE_MIN) {
            size -= 0.4f;
            lines = addressLines(size);
        }
        Type type = Type.regular(size).leading(size * 1.18f);
        float y = window.top();
        for (String line : lines) {
            flow.page().text(window.left(), y, type, line);
            y += type.leading();
        }
        return y;
    }

    private List<String> addressLines(float size) {
        List<String> lines = new ArrayList<>();
        for (String text : letter.recipient()) {
            lines.addAll(Lines.of(text, flow.faces(), Type.regular(size), window.width()));
        }
        return lines;
    }

    private void drawReturnLine() {
        String sender = letter.sender().name() + " · "
                + String.join(" · ", letter.sender().addressLines());
        String line =
                Lines.of(sender, flow.faces(), RETURN, window.width()).get(0).replaceAll("[ ·]+$", "");
        flow.page().text(window.left(), window.top() - RETURN.leading() - 2, RETURN, line);
        flow.page().rule(window.left(), window.top() - 2, window.width(), 0.3f, Ink.RULE);
    }

    private float drawReferences() {
        float left = window.referencesLeft();
        float labels = 0;
        for (Entry entry : letter.references()) {
            labels = Math.max(labels, flow.faces().regular().width(entry.label(), SMALL.size()));
        }
        labels += 8;
        float y = window.top();
        for (Entry entry : letter.references()) {
            flow.page().beside(VALUE, left, y, SMALL, entry.label());
            for (String line : Lines.of(entry.value(), flow.faces(), VALUE, window.referencesWidth() - labels)) {
                flow.page().text(left + labels, y, VALUE, line);
                y += VALUE.leading();
            }
            y += 2;
        }
        return y;
    }

    private void drawFolds() {
        for (float fold : window.foldsMm()) {
            flow.page().rule(mm(4), mm(fold), mm(4), 0.4f, Ink.RULE);
        }
    }
}
