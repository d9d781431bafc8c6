package org.quittance.importer.csv;

import java.util.Set;
import org.quittance.api.importer.ImportException;

/** Whether a row is meant: a {@link Source.Condition} resolved against the columns. For one thread. */
final class Filter {

    private final int index;
    private final Set<String> texts;
    private final Slice slice = new Slice();

    private Filter(int index, Set<String> texts) {
        this.index = index;
        this.texts = texts;
    }

    static Filter of(Source.Condition condition, Columns columns) throws ImportException {
        return new Filter(columns.index(condition.column()), condition.texts());
    }

    boolean accepts(Row row) {
        row.read(index, slice);
        return texts.isEmpty() ? !slice.isBlank() : texts.contains(slice.toString());
    }
}
