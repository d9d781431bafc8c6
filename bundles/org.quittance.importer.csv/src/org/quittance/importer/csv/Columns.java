package org.quittance.importer.csv;

import java.util.List;
import org.quittance.api.importer.ImportException;

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
                        "the file has " + count + " columns, but the mapping (" + column.where() + ") asks for column "
                                + column.position() + "; check «delimiter» and the position",
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
                    "the header has the column «" + column.name() + "» twice; give its position in the mapping ("
                            + column.where() + ") instead of its name",
                    headerLine,
                    column.name(),
                    null);
        }
        return index;
    }

    private ImportException missing(Source.ColumnName column) {
        String suggestion = Suggestion.of(column.name(), names);
        return new ImportException(
                "the file has no column «" + column.name() + "», which the mapping (" + column.where() + ") asks for"
                        + (suggestion.isEmpty() ? "." : suggestion) + " Its columns are «"
                        + String.join("», «", names.subList(0, Math.min(LISTED_MAX, names.size())))
                        + (names.size() > LISTED_MAX ? "», …" : "»"),
                headerLine,
                column.name(),
                null);
    }
}
