package org.quittance.importer.csv;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.importer.ImportException;
import org.quittance.api.text.Sentence;

/**
 * A value of a JSON file that knows where it stands, so that every complaint names file, line and key.
 *
 * @param value a Map of places, a List of places, String, Integer or Boolean
 */
record JsonPlace(String file, int line, String path, Object value) {

    ImportException fail(String code, Object... values) {
        return fail(Sentence.of(JsonPlace.class, code, values));
    }

    ImportException fail(Sentence reason) {
        Sentence said = path.isEmpty()
                ? Sentence.of(JsonPlace.class, "mapping.wrong", where(), reason)
                : Sentence.of(JsonPlace.class, "mapping.wrong-at", where(), path, reason);
        return new ImportException(said, 0, path, null);
    }

    /** File and line. */
    Sentence where() {
        return Sentence.of(JsonPlace.class, "mapping.place", file, line);
    }

    Map<String, JsonPlace> object(Collection<String> allowed) throws ImportException {
        Map<String, JsonPlace> members = members();
        for (Map.Entry<String, JsonPlace> member : members.entrySet()) {
            if (!allowed.contains(member.getKey())) {
                Sentence near = Suggestion.of(member.getKey(), allowed);
                throw near.equals(Suggestion.NONE)
                        ? member.getValue().fail("key.unknown", allowed)
                        : member.getValue().fail("key.unknown-near", near);
            }
        }
        return members;
    }

    Map<String, JsonPlace> members() throws ImportException {
        if (value instanceof Map<?, ?> map) {
            Map<String, JsonPlace> members = new LinkedHashMap<>();
            map.forEach((key, place) -> members.put((String) key, (JsonPlace) place));
            return members;
        }
        throw fail("expected.object", shown());
    }

    List<JsonPlace> elements() throws ImportException {
        if (value instanceof List<?> list) {
            return list.stream().map(JsonPlace.class::cast).toList();
        }
        return List.of(this);
    }

    boolean isObject() {
        return value instanceof Map;
    }

    boolean isInteger() {
        return value instanceof Integer;
    }

    String text() throws ImportException {
        if (value instanceof String text) {
            return text;
        }
        throw fail("expected.quoted", shown());
    }

    String filledText() throws ImportException {
        String text = text();
        if (text.isBlank()) {
            throw fail("expected.filled");
        }
        return text;
    }

    /** A text that may be written as number or truth value too. */
    String scalar() throws ImportException {
        if (value instanceof String || value instanceof Integer || value instanceof Boolean) {
            return value.toString();
        }
        throw fail("expected.text", shown());
    }

    boolean bool() throws ImportException {
        if (value instanceof Boolean bool) {
            return bool;
        }
        throw fail("expected.boolean", shown());
    }

    int integer(int min, int max) throws ImportException {
        if (value instanceof Integer number && number >= min && number <= max) {
            return number;
        }
        throw fail("expected.integer", shown(), min, max);
    }

    <T> T oneOf(Map<String, T> choices) throws ImportException {
        String word = text();
        if (!choices.containsKey(word)) {
            throw fail("expected.choice", word, choices.keySet(), Suggestion.of(word, choices.keySet()));
        }
        return choices.get(word);
    }

    /** What the file has here, in words where it is more than a word. */
    private Object shown() {
        if (value instanceof Map) {
            return Sentence.of(JsonPlace.class, "value.object");
        }
        return value instanceof List ? Sentence.of(JsonPlace.class, "value.list") : value;
    }

    static Optional<JsonPlace> member(Map<String, JsonPlace> members, String key) {
        return Optional.ofNullable(members.get(key));
    }
}
