package org.quittance.document.pdf;

import static org.quittance.document.pdf.AddressWindow.MARGIN;

import java.util.List;
import org.quittance.document.letter.Entry;

/** A strip with the person to answer, or to call: labels above, values below, side by side. Never torn apart. */
final class ContactBlock {

    private static final Type TITLE = Type.bold(10).in(Ink.ACCENT);
    private static final Type LABEL = Type.small(7.8f);
    private static final Type VALUE = Type.regular(9.6f);
    private static final float GAP = 16;

    private final PageFlow flow;
    private final String title;
    private final List<Entry> entries;
    private final boolean sideBySide;

    ContactBlock(PageFlow flow, String title, List<Entry> entries) {
        this.flow = flow;
        this.title = title;
        this.entries = entries;
        float needed = 0;
        for (Entry entry : entries) {
            needed += width(entry) + GAP;
        }
        this.sideBySide = needed - GAP <= ProseBlock.WIDTH;
    }

    float height() {
        float title = TITLE.leading() + 3;
        return sideBySide ? title + LABEL.leading() + VALUE.leading() : title + entries.size() * rowHeight();
    }

    void draw() {
        flow.ensure(height());
        flow.page().text(MARGIN, flow.y(), TITLE, title);
        flow.down(TITLE.leading() + 3);
        if (sideBySide) {
            drawSideBySide();
        } else {
            entries.forEach(this::drawRow);
        }
    }

    private void drawSideBySide() {
        float needed = 0;
        for (Entry entry : entries) {
            needed += width(entry);
        }
        float gap = Math.min(48, (ProseBlock.WIDTH - needed) / Math.max(1, entries.size() - 1));
        float x = MARGIN;
        for (Entry entry : entries) {
            flow.page().text(x, flow.y(), LABEL, entry.label());
            flow.page().text(x, flow.y() + LABEL.leading(), VALUE, PrintableText.of(entry.value()));
            x += width(entry) + gap;
        }
        flow.down(LABEL.leading() + VALUE.leading());
    }

    private void drawRow(Entry entry) {
        flow.page().beside(VALUE, MARGIN, flow.y(), LABEL, entry.label());
        float left = MARGIN + 90;
        for (String line : Lines.of(entry.value(), flow.faces(), VALUE, ProseBlock.WIDTH - 90)) {
            flow.page().text(left, flow.y(), VALUE, line);
            flow.down(VALUE.leading());
        }
    }

    private float rowHeight() {
        return 2 * VALUE.leading();
    }

    private float width(Entry entry) {
        return Math.max(
                flow.faces().regular().width(entry.label(), LABEL.size()),
                flow.faces().regular().width(entry.value(), VALUE.size()));
    }
}
