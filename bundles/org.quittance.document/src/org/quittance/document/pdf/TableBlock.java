package org.quittance.document.pdf;

import static org.quittance.document.pdf.AddressWindow.MARGIN;

import java.util.ArrayList;
import java.util.List;
import org.quittance.document.letter.Table;

/**
 * Sets a table over as many pages as it needs, its headings repeated on each. The last rows stay with what follows them, so
 * that a total never stands alone. Numbers are never broken; where they are very long the whole table is set smaller.
 */
final class TableBlock {

    private static final float PADDING = 4;
    private static final float FIRST_COLUMN_MIN = 76;
    private static final float SIZE_MAX = 8.7f;
    private static final float SIZE_MIN = 4.5f;

    private final PageFlow flow;
    private final Table table;
    private final Type cell;
    private final Type heading;
    private final float[] widths;
    private final List<List<String>> headings = new ArrayList<>();

    TableBlock(PageFlow flow, Table table) {
        this.flow = flow;
        this.table = table;
        float size = SIZE_MAX;
        float[] fitted = widths(size);
        while (fitted[0] < FIRST_COLUMN_MIN && size > SIZE_MIN) {
            size -= 0.3f;
            fitted = widths(size);
        }
        this.cell = Type.regular(size);
        this.heading = Type.bold(size);
        this.widths = fitted;
        for (int column = 0; column < widths.length; column++) {
            headings.add(Lines.of(
                    table.columns().get(column).heading(), flow.faces(), heading, widths[column] - 2 * PADDING + 0.1f));
        }
    }

    /** What the heading and the first row need, with whatever follows when that row is the last. */
    float startHeight(float following) {
        boolean only = table.rows().size() == 1;
        return headingHeight() + (table.rows().isEmpty() ? 0 : rowHeight(0)) + (only ? following : 0);
    }

    /**
     * @param following height of what must stand on the same page as the last rows
     */
    void draw(float following) {
        flow.ensure(startHeight(following));
        drawHeading();
        int last = table.rows().size() - 1;
        for (int row = 0; row <= last; row++) {
            float needed = rowHeight(row);
            if (row == last - 1) {
                needed += rowHeight(last) + following;
            } else if (row == last) {
                needed += following;
            }
            if (flow.ensure(needed)) {
                drawHeading();
            }
            drawRow(row);
        }
    }

    private float[] widths(float size) {
        float[] result = new float[table.columns().size()];
        float rest = ProseBlock.WIDTH;
        Typefaces faces = flow.faces();
        for (int column = 1; column < result.length; column++) {
            float widest = 0;
            for (String word : table.columns().get(column).heading().split(" ")) {
                widest = Math.max(widest, faces.bold().width(word, size));
            }
            for (Table.Row row : table.rows()) {
                widest = Math.max(widest, faces.regular().width(row.cells().get(column), size));
            }
            result[column] = widest + 2 * PADDING;
            rest -= result[column];
        }
        result[0] = rest;
        spread(result, size);
        return result;
    }

    /** Gives columns of numbers some of the room that the first column does not need. */
    private void spread(float[] columns, float size) {
        float needed = flow.faces().bold().width(table.columns().get(0).heading(), size);
        for (Table.Row row : table.rows()) {
            needed = Math.max(needed, flow.faces().regular().width(row.cells().get(0), size));
        }
        float spare = columns[0] - Math.max(needed + 2 * PADDING, FIRST_COLUMN_MIN);
        if (spare > 0) {
            float share = spare / columns.length;
            columns[0] -= share * (columns.length - 1);
            for (int column = 1; column < columns.length; column++) {
                columns[column] += share;
            }
        }
    }

    private float headingHeight() {
        int lines = headings.stream().mapToInt(List::size).max().orElse(1);
        return lines * heading.leading() + 2 * PADDING;
    }

    private void drawHeading() {
        float height = headingHeight();
        flow.page().fill(MARGIN, flow.y(), ProseBlock.WIDTH, height, Ink.TINT);
        float x = MARGIN;
        for (int column = 0; column < widths.length; column++) {
            List<String> lines = headings.get(column);
            float top = flow.y() + height - PADDING - lines.size() * heading.leading();
            for (int i = 0; i < lines.size(); i++) {
                drawCell(x, top + i * heading.leading(), column, heading, lines.get(i));
            }
            x += widths[column];
        }
        flow.down(height);
        flow.page().rule(MARGIN, flow.y(), ProseBlock.WIDTH, 0.9f, Ink.ACCENT);
    }

    private float rowHeight(int row) {
        return firstCell(row).size() * cell.leading() + PADDING + 1.5f;
    }

    private List<String> firstCell(int row) {
        return Lines.of(table.rows().get(row).cells().get(0), flow.faces(), cell, widths[0] - 2 * PADDING + 0.1f);
    }

    private void drawRow(int row) {
        List<String> first = firstCell(row);
        float top = flow.y() + (PADDING + 1.5f) / 2;
        for (int i = 0; i < first.size(); i++) {
            drawCell(MARGIN, top + i * cell.leading(), 0, cell, first.get(i));
        }
        float x = MARGIN + widths[0];
        for (int column = 1; column < widths.length; column++) {
            drawCell(x, top, column, cell, table.rows().get(row).cells().get(column));
            x += widths[column];
        }
        flow.down(rowHeight(row));
        flow.page().rule(MARGIN, flow.y(), ProseBlock.WIDTH, 0.4f, Ink.RULE);
    }

    private void drawCell(float x, float y, int column, Type type, String text) {
        if (table.columns().get(column).numeric()) {
            flow.page().textRight(x + widths[column] - PADDING, y, type, PrintableText.of(text));
        } else {
            flow.page().text(x + PADDING, y, type, PrintableText.of(text));
        }
    }
}
