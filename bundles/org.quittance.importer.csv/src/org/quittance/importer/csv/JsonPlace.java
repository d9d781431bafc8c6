package org.quittance.importer.csv;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.importer.ImportException;

/**
 * A value of a JSON file that knows where it stands, so that every complaint names file, line and key.
 *
 * @param value a Map of places, a List of places, String, Integer or Boolean
 */
record JsonPlace(String file, int line, String path, Object value) {

    ImportException fail(String reason) {
        return new ImportException(
                "mapping " + where() + ": " + (path.isEmpty() ? "" : "«" + path + "» ") + reason, 0, path, null);
    }

    /** File and line. */
    String where() {
        return file + " line " + line;
    }

    Map<String, JsonPlace> object(Collection<String> allowed) throws ImportException {
        Map<String, JsonPlace> members = members();
        for (Map.Entry<String, JsonPlace> member : members.entrySet()) {
            if (!allowed.contains(member.getKey())) {
                String suggestion = Suggestion.of(member.getKey(), allowed);
                throw member.getValue()
                        .fail("is not known here"
                                + (suggestion.isEmpty() ? "; expected " + list(allowed) : suggestion));
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
        throw fail("is " + value + ", expected an object");
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
        throw fail("is " + value + ", expected a text in quotes");
    }

    String filledText() throws ImportException {
        String text = text();
        if (text.isBlank()) {
            throw fail("is empty, expected a text");
        }
        return text;
    }

    /** A text that may be written as number or truth value too. */
    String scalar() throws ImportException {
        if (value instanceof String || value instanceof Integer || value instanceof Boolean) {
            return value.toString();
        }
        throw fail("is " + value + ", expected a text");
    }

    boolean bool() throws ImportException {
        if (value instanceof Boolean bool) {
            return bool;
        }
        throw fail("is «" + value + "», expected true or false");
    }

    int integer(int min, int max) throws ImportException {
        if (value instanceof Integer number && number >= min && number <= max) {
            return number;
        }
        throw fail("is «" + value + "», expected a whole number from " + min + " to " + max);
    }

    <T> T oneOf(Map<String, T> choices) throws ImportException {
        String word = text();
        if (!choices.containsKey(word)) {
            throw fail("is «" + word + "», expected " + list(choices.keySet()) + Suggestion.of(word, choices.keySet()));
        }
        return choices.get(word);
    }

    static Optional<JsonPlace> member(Map<String, JsonPlace> members, String key) {
        return Optional.ofNullable(members.get(key));
    }

    static String list(Collection<String> words) {
        return "one of «" + String.join("», «", words) + "»";
    }
}
