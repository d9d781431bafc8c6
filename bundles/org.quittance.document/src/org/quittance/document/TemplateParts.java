package org.quittance.document;

import java.util.LinkedHashMap;
import java.util.Map;

/** Cuts the source of a template into its head and parts. */
final class TemplateParts {

    private static final String PART = "--- ";

    private TemplateParts() {}

    static Map<String, String> of(String source) {
        Map<String, String> parts = new LinkedHashMap<>();
        String name = "";
        for (String line : source.split("\\R")) {
            if (line.startsWith(PART)) {
                name = line.substring(PART.length()).strip();
                parts.put(name, "");
            } else if (name.isEmpty()) {
                head(line, parts);
            } else {
                parts.merge(name, line + "\n", String::concat);
            }
        }
        return parts;
    }

    private static void head(String line, Map<String, String> parts) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("«" + line + "» is not of the form name: value");
        }
        parts.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
}
