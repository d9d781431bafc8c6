package org.quittance.document.pdf;

import static org.quittance.document.pdf.AddressWindow.MARGIN;

import java.util.List;
import org.quittance.document.letter.Passage;

/** Sets paragraphs and lists, without leaving a single line of a paragraph alone on a page. */
final class ProseBlock {

    static final float WIDTH = PageCanvas.WIDTH - 2 * MARGIN;
    private static final float INDENT = 13;
    private static final float PAIR_LEFT = 132;

    private final PageFlow flow;
    private final Density density;

    ProseBlock(PageFlow flow, Density density) {
        this.flow = flow;
        this.density = density;
    }

    void passages(List<Passage> passages) {
        Passage.Style previous = Passage.Style.PARAGRAPH;
        for (Passage passage : passages) {
            if (previous != Passage.Style.PARAGRAPH && passage.style() == Passage.Style.PARAGRAPH) {
                flow.down(density.paragraphGap());
            }
            previous = passage.style();
            passage(passage);
        }
    }

    void passage(Passage passage) {
        switch (passage.style()) {
            case PARAGRAPH -> paragraph(passage.text(), density.body());
            case HEADING -> heading(passage.text());
            case BULLET, CHECKBOX -> item(passage);
            case PAIR -> pair(passage);
        }
    }

    void paragraph(String text, Type type) {
        List<String> lines = Lines.of(text, flow.faces(), type, WIDTH);
        int next = 0;
        while (next < lines.size()) {
            int left = lines.size() - next;
            int fitting = Math.min(left, (int) (flow.room() / type.leading()));
            if (left - fitting == 1) {
                fitting--;
            }
            if (fitting < Math.min(left, 2) && flow.ensure(left * type.leading())) {
                continue;
            }
            next = draw(lines, next, Math.max(1, fitting), type);
        }
        flow.down(density.paragraphGap());
    }

    /** The height of passages that are not to be torn apart. */
    float height(List<Passage> passages) {
        float height = 0;
        for (Passage passage : passages) {
            height += height(passage.text(), density.body()) + density.paragraphGap();
        }
        return height;
    }

    float height(String text, Type type) {
        return Lines.of(text, flow.faces(), type, WIDTH).size() * type.leading();
    }

    private int draw(List<String> lines, int from, int count, Type type) {
        for (int i = from; i < from + count; i++) {
            flow.page().text(MARGIN, flow.y(), type, lines.get(i));
            flow.down(type.leading());
        }
        if (from + count < lines.size()) {
            flow.newPage();
        }
        return from + count;
    }

    private void heading(String text) {
        Type type = Type.bold(density.body().size() + 0.8f).in(Ink.ACCENT);
        flow.ensure(type.leading() + 4 * density.body().leading());
        flow.down(density.paragraphGap() * 0.9f);
        paragraph(text, type);
        flow.down(-density.paragraphGap() * 0.4f);
    }

    private void item(Passage passage) {
        boolean box = passage.style() == Passage.Style.CHECKBOX;
        Type type = density.body().leading(density.body().leading() + (box ? 3.4f : 0));
        List<String> lines = Lines.of(passage.text(), flow.faces(), type, WIDTH - INDENT);
        flow.ensure(lines.size() * type.leading());
        if (box) {
            flow.page().frame(MARGIN + 0.5f, flow.y() + type.ascent() - 7, 7, 7, 0.7f, Ink.GREY);
        } else {
            flow.page().text(MARGIN + 2, flow.y(), type, "•");
        }
        for (String line : lines) {
            flow.page().text(MARGIN + INDENT, flow.y(), type, line);
            flow.down(type.leading());
        }
        flow.down(box ? 0.5f : density.paragraphGap() * 0.35f);
    }

    private void pair(Passage passage) {
        Type right = Type.regular(density.body().size() - 0.7f);
        Type left = new Type(true, right.size(), right.leading(), Ink.BLACK);
        List<String> heard = Lines.of(passage.text(), flow.faces(), left, PAIR_LEFT - 8);
        List<String> answer = Lines.of(passage.second(), flow.faces(), right, WIDTH - PAIR_LEFT);
        float height = Math.max(heard.size(), answer.size()) * right.leading() + 5;
        flow.ensure(height);
        flow.page().rule(MARGIN, flow.y(), WIDTH, 0.4f, Ink.RULE);
        for (int i = 0; i < heard.size(); i++) {
            flow.page().text(MARGIN, flow.y() + 2.5f + i * left.leading(), left, heard.get(i));
        }
        for (int i = 0; i < answer.size(); i++) {
            flow.page().text(MARGIN + PAIR_LEFT, flow.y() + 2.5f + i * right.leading(), right, answer.get(i));
        }
        flow.down(height);
    }
}
