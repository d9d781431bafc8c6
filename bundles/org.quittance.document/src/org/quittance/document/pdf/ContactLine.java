package org.quittance.document.pdf;

import static org.quittance.document.pdf.AddressWindow.MARGIN;

import java.util.ArrayList;
import java.util.List;
import org.quittance.document.letter.Entry;

/** Whom to answer, on one line where it fits: a title and the values, which explain themselves. Never torn apart. */
final class ContactLine {

    private static final Type TITLE = Type.bold(9.6f).in(Ink.ACCENT);
    private static final Type VALUE = Type.regular(9.6f);

    private final PageFlow flow;
    private final String title;
    private final float titleWidth;
    private final List<String> lines;

    ContactLine(PageFlow flow, String title, List<Entry> entries) {
        this.flow = flow;
        this.title = title;
        this.titleWidth = flow.faces().bold().width(title, TITLE.size()) + 12;
        List<String> values = new ArrayList<>();
        for (Entry entry : entries) {
            values.add(entry.value().replace(' ', '\u00a0'));
        }
        String joined = String.join("\u00a0\u00a0·\u00a0 ", values);
        this.lines = Lines.of(joined, flow.faces(), VALUE, ProseBlock.WIDTH - titleWidth);
    }

    float height() {
        return lines.size() * VALUE.leading();
    }

    void draw() {
        flow.ensure(height());
        flow.page().text(MARGIN, flow.y(), TITLE, title);
        for (String line : lines) {
            flow.page().text(MARGIN + titleWidth, flow.y(), VALUE, line);
            flow.down(VALUE.leading());
        }
    }
}
