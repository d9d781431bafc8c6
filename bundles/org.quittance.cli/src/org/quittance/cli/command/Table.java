package org.quittance.cli.command;

import java.util.ArrayList;
import java.util.List;

/** Rows with columns as wide as their widest cell; numbers to the right. */
final class Table {

    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<>();
    private final boolean[] right;

    /** @param alignment one letter per column: l or r */
    Table(String alignment) {
        right = new boolean[alignment.length()];
        for (int column = 0; column < right.length; column++) {
            right[column] = alignment.charAt(column) == 'r';
        }
    }

    Table row(String... cells) {
        if (cells.length != right.length) {
            throw new IllegalArgumentException(cells.length + " cells for " + right.length + " columns");
        }
        rows.add(cells);
        return this;
    }

    int size() {
        return rows.size();
    }

    List<String> lines() {
        int[] widths = new int[right.length];
        rows.forEach(row -> {
            for (int column = 0; column < row.length; column++) {
                widths[column] = Math.max(widths[column], width(row[column]));
            }
        });
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.length; column++) {
            String padding = " ".repeat(widths[column] - width(row[column]));
            line.append(column == 0 ? "" : GAP).append(right[column] ? padding + row[column] : row[column] + padding);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
