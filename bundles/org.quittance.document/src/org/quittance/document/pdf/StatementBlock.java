package org.quittance.document.pdf;

import static org.quittance.document.pdf.AddressWindow.MARGIN;

import java.util.ArrayList;
import java.util.List;
import org.quittance.document.letter.Entry;
import org.quittance.document.letter.Statement;
import org.quittance.document.letter.Table;

/** Sets the invoices, the parts of the claim below them, the total, and the interest in its annex. */
final class StatementBlock {

    private static final Type PART = Type.regular(9);
    private static final Type TOTAL = Type.bold(11);
    private static final Type NOTE = Type.small(7.8f);
    private static final float RIGHT = MARGIN + ProseBlock.WIDTH - 4;
    private static final float VALUE_GAP = 14;

    private final PageFlow flow;
    private final Density density;

    StatementBlock(PageFlow flow, Density density) {
        this.flow = flow;
        this.density = density;
    }

    void statement(Statement statement) {
        float sums = sumsHeight(statement);
        statement.items().ifPresent(items -> {
            new TableBlock(flow, items).draw(sums + notesHeight(items));
            notes(items);
        });
        flow.ensure(sums);
        sums(statement);
        flow.down(density.blockGap());
    }

    /** A single line needs no sum below it. */
    void annex(Statement.Annex annex) {
        Type title = Type.bold(11).in(Ink.ACCENT);
        boolean summed = annex.table().rows().size() > 1;
        float sum = (summed ? TOTAL.leading() + 8 : 0) + notesHeight(annex.table());
        TableBlock table = new TableBlock(flow, annex.table());
        float gap = density.paragraphGap() * 0.8f;
        flow.down(density.blockGap() * 1.2f);
        flow.ensure(title.leading() + gap + table.startHeight(sum) + (summed ? 16 : 0));
        flow.page().text(MARGIN, flow.y(), title, annex.title());
        flow.down(title.leading() + gap);
        table.draw(sum);
        notes(annex.table());
        if (summed) {
            flow.down(4);
            Type type = Type.bold(9.5f);
            float value = flow.faces().bold().width(annex.sum().value(), type.size());
            amount(annex.sum(), type, RIGHT - value - VALUE_GAP);
        }
    }

    private float sumsHeight(Statement statement) {
        float parts = statement.parts().size() * PART.leading();
        return 5 + parts + (statement.total().isPresent() ? TOTAL.leading() + 6 : 0);
    }

    private void sums(Statement statement) {
        List<Entry> all = new ArrayList<>(statement.parts());
        statement.total().ifPresent(all::add);
        float values = 0;
        float labels = 0;
        for (Entry entry : all) {
            values = Math.max(values, flow.faces().bold().width(entry.value(), TOTAL.size()));
            labels = Math.max(labels, flow.faces().regular().width(entry.label(), PART.size()));
        }
        float labelsEnd = RIGHT - values - VALUE_GAP;
        flow.down(5);
        for (Entry part : statement.parts()) {
            amount(part, PART, labelsEnd);
        }
        if (statement.total().isPresent()) {
            Entry total = statement.total().get();
            float width = Math.max(labels, flow.faces().bold().width(total.label(), TOTAL.size()));
            flow.page().rule(labelsEnd - width, flow.y() + 2, RIGHT - labelsEnd + width + 4, 0.9f, Ink.ACCENT);
            flow.down(4);
            amount(total, TOTAL, labelsEnd);
            flow.down(2);
        }
    }

    private void amount(Entry entry, Type type, float labelsEnd) {
        flow.page().textRight(RIGHT, flow.y(), type, entry.value());
        flow.page().textRight(labelsEnd, flow.y(), type, entry.label());
        flow.down(type.leading());
    }

    private float notesHeight(Table table) {
        float height = 0;
        for (String note : table.notes()) {
            height += lines(note).size() * NOTE.leading() + 2;
        }
        return height;
    }

    private void notes(Table table) {
        for (String note : table.notes()) {
            flow.down(2);
            for (String line : lines(note)) {
                flow.page().text(MARGIN + 4, flow.y(), NOTE, line);
                flow.down(NOTE.leading());
            }
        }
    }

    private List<String> lines(String note) {
        return Lines.of(note, flow.faces(), NOTE, ProseBlock.WIDTH - 8);
    }
}
