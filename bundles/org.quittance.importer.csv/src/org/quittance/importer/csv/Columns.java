package org.quittance.importer.csv;

import java.util.List;
import org.quittance.api.importer.ImportException;
import org.quittance.api.text.Sentence;

/** The columns a file really has. */
final class Columns {

    private static final int LISTED_MAX = 30;

    private final List<String> names;
    private final int count;
    private final long headerLine;

    private Columns(List<String> names, int count, long headerLine) {
        this.names = names;
        this.count = count;
        this.headerLine = headerLine;
    }

    static Columns named(List<String> names, long headerLine) {
        return new Columns(List.copyOf(names), names.size(), headerLine);
    }

    static Columns positional(int count) {
        return new Columns(List.of(), count, 0);
    }

    int count() {
        return count;
    }

    /** How messages call the column. */
    String label(int index) {
        return names.isEmpty() || names.get(index).isEmpty() ? "column " + (index + 1) : names.get(index);
    }

    /** Index from 0. */
    int index(Source.ColumnName column) throws ImportException {
        if (column.position() > 0) {
            if (column.position() > count) {
                throw new ImportException(
                        Sentence.of(Columns.class, "columns.too-few", count, column.where(), column.position()),
                        headerLine,
                        "column " + column.position(),
                        null);
            }
            return column.position() - 1;
        }
        int index = names.indexOf(column.name());
        if (index < 0) {
            throw missing(column);
        }
        if (names.lastIndexOf(column.name()) != index) {
            throw new ImportException(
                    Sentence.of(Columns.class, "column.twice", column.name(), column.where()),
                    headerLine,
                    column.name(),
                    null);
        }
        return index;
    }

    private ImportException missing(Source.ColumnName column) {
        return new ImportException(
                Sentence.of(
                        Columns.class,
                        "column.missing",
                        column.name(),
                        column.where(),
                        Suggestion.of(column.name(), names),
                        String.join("», «", names.subList(0, Math.min(LISTED_MAX, names.size())))
                                + (names.size() > LISTED_MAX ? "», …" : "»")),
                headerLine,
                column.name(),
                null);
    }
}
