package org.quittance.document.pdf;

import static org.quittance.document.pdf.AddressWindow.MARGIN;
import static org.quittance.document.pdf.PageCanvas.mm;

import java.util.List;
import java.util.Locale;
import org.quittance.document.letter.Entry;
import org.quittance.document.report.Part;
import org.quittance.document.report.Report;

/** Sets one report with one pair of fonts. Not for several threads. */
final class ReportPages {

    private static final Type SMALL = Type.small(8);
    private static final Type TITLE = Type.bold(18).in(Ink.ACCENT);
    private static final Type LABEL = Type.small(8.4f);
    private static final Type VALUE = Type.regular(10);
    private static final float TOP = mm(18);
    private static final float BOTTOM = PageCanvas.HEIGHT - mm(20);
    private static final float LABELS = 130;
    private static final float LINE_BY_HAND = mm(9);
    private static final Density DENSITY = Density.COMPACT;

    private final Report report;
    private final PageFlow flow;
    private final ProseBlock prose;
    private final StatementBlock figures;

    private ReportPages(Report report, Typefaces faces) {
        this.report = report;
        this.flow = new PageFlow(faces, BOTTOM);
        this.prose = new ProseBlock(flow, DENSITY);
        this.figures = new StatementBlock(flow, DENSITY);
    }

    /**
     * @param following pages that will be bound behind these and count in their numbers
     */
    static List<PageCanvas> of(Report report, Typefaces faces, int following) {
        ReportPages pages = new ReportPages(report, faces);
        pages.drawHead();
        report.parts().forEach(pages::draw);
        pages.drawFoot(following);
        return pages.flow.pages();
    }

    private void drawHead() {
        flow.moveTo(TOP);
        line(report.author(), Type.bold(10.5f));
        flow.down(10);
        line(report.title(), TITLE);
        flow.page().rule(MARGIN, flow.y() + 1, ProseBlock.WIDTH, 0.9f, Ink.ACCENT);
        flow.down(10);
        for (Entry fact : report.facts()) {
            flow.page().beside(VALUE, MARGIN, flow.y(), LABEL, fact.label());
            for (String line : Lines.of(fact.value(), flow.faces(), VALUE, ProseBlock.WIDTH - LABELS)) {
                flow.page().text(MARGIN + LABELS, flow.y(), VALUE, line);
                flow.down(VALUE.leading());
            }
        }
        flow.down(DENSITY.blockGap());
    }

    private void draw(Part part) {
        if (part instanceof Part.Prose words) {
            prose.passage(words.passage());
        } else if (part instanceof Part.Figures table) {
            figures.statement(table.statement());
        } else if (part instanceof Part.Contact contact) {
            new ContactBlock(flow, contact.title(), contact.entries()).draw();
            flow.down(DENSITY.blockGap());
        } else if (part instanceof Part.ByHand room) {
            byHand(room);
        } else {
            flow.newPage();
        }
    }

    /** Label and lines stay on one page, so that nobody signs for something on another sheet. */
    private void byHand(Part.ByHand room) {
        flow.ensure(prose.height(room.label(), DENSITY.body()) + room.lines() * LINE_BY_HAND);
        prose.paragraph(room.label(), DENSITY.body());
        for (int line = 0; line < room.lines(); line++) {
            flow.down(LINE_BY_HAND);
            flow.page().rule(MARGIN, flow.y(), ProseBlock.WIDTH, 0.4f, Ink.GREY);
        }
        flow.down(DENSITY.blockGap());
    }

    private void line(String text, Type type) {
        for (String line : Lines.of(text, flow.faces(), type, ProseBlock.WIDTH)) {
            flow.page().text(MARGIN, flow.y(), type, line);
            flow.down(type.leading());
        }
    }

    private void drawFoot(int following) {
        int count = flow.pages().size();
        for (int page = 0; page < count; page++) {
            PageCanvas canvas = flow.pages().get(page);
            if (page > 0) {
                String author = Lines.of(report.author(), flow.faces(), SMALL, ProseBlock.WIDTH / 2)
                        .get(0);
                canvas.text(MARGIN, mm(15), SMALL, author);
                String title = Lines.of(report.title(), flow.faces(), SMALL, ProseBlock.WIDTH / 2)
                        .get(0);
                canvas.textRight(MARGIN + ProseBlock.WIDTH, mm(15), SMALL, title);
                canvas.rule(MARGIN, mm(15) + SMALL.leading() + 4, ProseBlock.WIDTH, 0.4f, Ink.RULE);
            }
            drawNumber(canvas, String.format(Locale.ROOT, report.pageLabel(), page + 1, count + following));
        }
    }

    /** Where every page of a bound document has its number. */
    static void drawNumber(PageCanvas canvas, String number) {
        canvas.textRight(MARGIN + ProseBlock.WIDTH, PageCanvas.HEIGHT - mm(12), SMALL, number);
    }
}
