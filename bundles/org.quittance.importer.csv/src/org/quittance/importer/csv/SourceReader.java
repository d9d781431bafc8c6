package org.quittance.importer.csv;

import static org.quittance.importer.csv.JsonPlace.member;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.importer.ImportException;

/** Reads where the text of a field comes from. */
final class SourceReader {

    private static final int POSITION_MAX = 10_000;
    private static final Set<String> KEYS =
            Set.of("column", "values", "otherwise", "whenBlank", "constant", "template");

    private final boolean header;

    /** @param header whether columns have names */
    SourceReader(boolean header) {
        this.header = header;
    }

    Source source(RecordKind record, String field, JsonPlace place) throws ImportException {
        if (!place.isObject()) {
            return new Source.Column(column(place));
        }
        Map<String, JsonPlace> members = place.object(KEYS);
        long forms = members.keySet().stream()
                .filter(Set.of("column", "constant", "template")::contains)
                .count();
        if (forms != 1) {
            throw place.fail(forms == 0 ? "source.none" : "source.several");
        }
        if (members.containsKey("column")) {
            return translated(record, field, members);
        }
        if (members.size() > 1) {
            throw place.fail("source.only-column");
        }
        if (members.containsKey("constant")) {
            return new Source.Constant(checked(record, field, members.get("constant")));
        }
        return template(members.get("template"));
    }

    Source.Condition condition(JsonPlace place) throws ImportException {
        if (!place.isObject()) {
            return new Source.Condition(column(place), Set.of());
        }
        Map<String, JsonPlace> members = place.object(Set.of("column", "is"));
        JsonPlace column = member(members, "column").orElseThrow(() -> place.fail("source.no-column"));
        Set<String> texts = new LinkedHashSet<>();
        Optional<JsonPlace> is = member(members, "is");
        if (is.isPresent()) {
            for (JsonPlace element : is.get().elements()) {
                texts.add(element.scalar());
            }
            if (texts.isEmpty()) {
                throw is.get().fail("source.no-texts");
            }
        }
        return new Source.Condition(column(column), texts);
    }

    private Source translated(RecordKind record, String field, Map<String, JsonPlace> members) throws ImportException {
        Map<String, String> values = new LinkedHashMap<>();
        Optional<JsonPlace> places = member(members, "values");
        if (places.isPresent()) {
            for (Map.Entry<String, JsonPlace> entry : places.get().members().entrySet()) {
                values.put(entry.getKey(), checked(record, field, entry.getValue()));
            }
        }
        Optional<JsonPlace> otherwise = member(members, "otherwise");
        if (otherwise.isPresent() && values.isEmpty()) {
            throw otherwise.get().fail("source.otherwise");
        }
        return new Source.Translated(
                column(members.get("column")),
                values,
                checked(record, field, otherwise),
                checked(record, field, member(members, "whenBlank")));
    }

    private Source template(JsonPlace place) throws ImportException {
        String template = place.filledText();
        List<String> texts = new ArrayList<>();
        List<Source.ColumnName> columns = new ArrayList<>();
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            if (close < 0) {
                throw place.fail("template.brace", template);
            }
            texts.add(template.substring(from, open));
            columns.add(named(template.substring(open + 1, close), place));
            from = close + 1;
        }
        texts.add(template.substring(from));
        if (columns.isEmpty()) {
            throw place.fail("template.no-column", template);
        }
        return new Source.Template(texts, columns);
    }

    private Source.ColumnName named(String name, JsonPlace place) throws ImportException {
        if (header) {
            return Source.ColumnName.of(name.strip(), place.where());
        }
        if (!name.matches("[1-9][0-9]{0,3}")) {
            throw place.fail("source.no-header", name);
        }
        return new Source.ColumnName("", Integer.parseInt(name), place.where());
    }

    private Source.ColumnName column(JsonPlace place) throws ImportException {
        if (place.isInteger()) {
            return new Source.ColumnName("", place.integer(1, POSITION_MAX), place.where());
        }
        return named(place.filledText(), place);
    }

    private static Optional<String> checked(RecordKind record, String field, Optional<JsonPlace> place)
            throws ImportException {
        return place.isEmpty() ? Optional.empty() : Optional.of(checked(record, field, place.get()));
    }

    private static String checked(RecordKind record, String field, JsonPlace place) throws ImportException {
        String text = place.scalar();
        try {
            Words.check(record, field, text);
        } catch (RowProblem problem) {
            throw place.fail(problem.sentence());
        }
        return text;
    }
}
