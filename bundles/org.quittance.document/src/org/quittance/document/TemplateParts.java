package org.quittance.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The source of a template, cut into its head and parts, each with the line it begins on. Pure.
 *
 * @param faults what could not be cut, by line
 */
record TemplateParts(Map<String, Part> head, Map<String, Part> parts, Map<Integer, String> faults) {

    private static final String PART = "--- ";

    /** @param line of the head's value, or the first line of a part's text */
    record Part(int line, String text) {}

    static TemplateParts of(String source) {
        TemplateParts cut = new TemplateParts(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        String name = "";
        int number = 0;
        for (String line : source.replace("\ufeff", "").split("\\R", -1)) {
            number++;
            if (line.startsWith(PART)) {
                name = line.substring(PART.length()).strip();
                if (cut.parts.containsKey(name)) {
                    cut.faults.put(number, "the part «" + name + "» is there twice");
                }
                cut.parts.put(name, new Part(number + 1, ""));
            } else if (name.isEmpty()) {
                cut.head(line, number);
            } else {
                cut.parts.merge(
                        name, new Part(0, line + "\n"), (all, more) -> new Part(all.line, all.text + more.text));
            }
        }
        return cut;
    }

    private void head(String line, int number) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            if (!line.isBlank()) {
                faults.put(number, "«" + line.strip() + "» is not of the form name: value");
            }
            return;
        }
        head.put(
                line.substring(0, colon).strip(),
                new Part(number, line.substring(colon + 1).strip()));
    }

    String head(String name) {
        return Optional.ofNullable(head.get(name)).map(Part::text).orElse("");
    }

    String part(String name) {
        return Optional.ofNullable(parts.get(name)).map(Part::text).orElse("");
    }
}
