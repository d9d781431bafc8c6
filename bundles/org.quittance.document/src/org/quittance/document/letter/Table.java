package org.quittance.document.letter;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Rows under headings. Each row has as many cells as there are columns.
 *
 * @param notes small print below it
 */
public record Table(List<Column> columns, List<Row> rows, List<String> notes) {

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("row " + row + " does not have " + columns.size() + " cells");
            }
        }
    }

    /**
     * @param numeric set flush right and never broken
     */
    public record Column(String heading, boolean numeric) {

        public Column {
            requireNonNull(heading, "heading");
        }
    }

    /**
     * @param credit an amount in the debtor's favour
     */
    public record Row(List<String> cells, boolean credit) {

        public Row {
            cells = List.copyOf(cells);
        }
    }
}
