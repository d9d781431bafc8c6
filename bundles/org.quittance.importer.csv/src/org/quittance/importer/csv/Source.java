package org.quittance.importer.csv;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.text.Sentence;

/** Where the text of a field comes from, as a mapping states it. */
sealed interface Source {

    /**
     * A column, by its name in the header or, with an empty name, by its position from 1.
     *
     * @param where the place in the mapping file, for messages
     */
    record ColumnName(String name, int position, Sentence where) {

        static ColumnName of(String name, Sentence where) {
            return new ColumnName(name, 0, where);
        }
    }

    /** The text of a column as it is. */
    record Column(ColumnName column) implements Source {}

    /**
     * The text of a column, translated.
     *
     * @param values what stands for what; empty to take the text as it is
     * @param otherwise for a text that {@code values} lacks; without it the row is rejected
     * @param whenBlank for an empty cell
     */
    record Translated(
            ColumnName column, Map<String, String> values, Optional<String> otherwise, Optional<String> whenBlank)
            implements Source {}

    /** The same text for every row. */
    record Constant(String text) implements Source {}

    /** Texts and columns put together; empty where one of the columns is. {@code texts} has one element more. */
    record Template(List<String> texts, List<ColumnName> columns) implements Source {}

    /**
     * Which rows something is about.
     *
     * @param texts what the column must say; empty: anything but nothing
     */
    record Condition(ColumnName column, Set<String> texts) {}
}
