package org.quittance.importer.csv;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.importer.ImportException;

/** Gets the text of one field out of a row: a {@link Source} resolved against the columns a file really has. */
interface Cell {

    /** How messages call the place the text comes from. */
    String label();

    /** Points the slice to the text; blank where there is none. */
    void read(Row row, Slice slice) throws RowProblem;

    /** @param field the name of the field, for messages about texts that come from no column */
    static Cell of(Source source, String field, Columns columns) throws ImportException {
        if (source instanceof Source.Column plain) {
            int index = columns.index(plain.column());
            return new Plain(columns.label(index), index);
        }
        if (source instanceof Source.Translated translated) {
            int index = columns.index(translated.column());
            return new Translating(
                    columns.label(index), index, translated.values(), translated.otherwise(), translated.whenBlank());
        }
        if (source instanceof Source.Constant constant) {
            return new Fixed(field, constant.text().toCharArray());
        }
        Source.Template template = (Source.Template) source;
        int[] indexes = new int[template.columns().size()];
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = columns.index(template.columns().get(i));
        }
        return new Composed(columns.label(indexes[0]), template.texts(), indexes);
    }

    /** The column as it is. */
    record Plain(String label, int index) implements Cell {

        @Override
        public void read(Row row, Slice slice) {
            row.read(index, slice);
        }
    }

    /** The column translated. */
    record Translating(
            String label, int index, Map<String, String> values, Optional<String> otherwise, Optional<String> whenBlank)
            implements Cell {

        @Override
        public void read(Row row, Slice slice) throws RowProblem {
            row.read(index, slice);
            if (slice.isBlank()) {
                slice.set(whenBlank.orElse(""));
            } else if (!values.isEmpty()) {
                slice.set(translation(slice.toString()));
            }
        }

        private String translation(String text) throws RowProblem {
            if (values.containsKey(text)) {
                return values.get(text);
            }
            return otherwise.orElseThrow(() -> new RowProblem(label, "expected.value", text, values.keySet()));
        }
    }

    /** The same for every row. */
    record Fixed(String label, char[] text) implements Cell {

        @Override
        public void read(Row row, Slice slice) {
            slice.set(text, 0, text.length);
        }
    }

    /** Texts and columns in turn. */
    record Composed(String label, List<String> texts, int[] indexes) implements Cell {

        @Override
        public void read(Row row, Slice slice) {
            StringBuilder composed = new StringBuilder(texts.get(0));
            for (int i = 0; i < indexes.length; i++) {
                row.read(indexes[i], slice);
                if (slice.isBlank()) {
                    slice.set("");
                    return;
                }
                composed.append(slice).append(texts.get(i + 1));
            }
            slice.set(composed.toString());
        }
    }
}
