package org.quittance.importer.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The column names that are understood without a mapping, from {@code canonical-columns.properties}. */
final class CanonicalColumns {

    private final Map<String, String> fieldByName = new HashMap<>();
    private final Set<String> frenchOnly = new HashSet<>();

    private CanonicalColumns() {}

    static CanonicalColumns load() {
        Properties lines = new Properties();
        try (InputStream input = CanonicalColumns.class.getResourceAsStream("canonical-columns.properties")) {
            lines.load(new InputStreamReader(input, StandardCharsets.UTF_8));
        } catch (IOException problem) {
            throw new UncheckedIOException("canonical-columns.properties of this bundle cannot be read", problem);
        }
        CanonicalColumns columns = new CanonicalColumns();
        Set<String> english = new HashSet<>();
        for (String key : lines.stringPropertyNames()) {
            String field = key.substring(0, key.indexOf('.'));
            for (String name : lines.getProperty(key).split(",")) {
                columns.fieldByName.put(normal(name), field);
                (key.endsWith(".fr") ? columns.frenchOnly : english).add(normal(name));
            }
        }
        columns.frenchOnly.removeAll(english);
        return columns;
    }

    /** The field a column is for, such as {@code issueDate}, {@code due2}. */
    Optional<String> field(String column) {
        String name = normal(column);
        String base = name.replaceAll("[0-9]+$", "");
        String field = fieldByName.getOrDefault(name, "");
        if (!field.isEmpty()) {
            return Optional.of(field);
        }
        String baseField = fieldByName.getOrDefault(base, "");
        boolean instalment = baseField.equals("due") || baseField.equals("amount");
        return instalment && name.length() > base.length()
                ? Optional.of(baseField + name.substring(base.length()))
                : Optional.empty();
    }

    int known(List<String> header) {
        return (int) header.stream().filter(column -> field(column).isPresent()).count();
    }

    /** Whether some name of the header is French and nothing else. */
    boolean isFrench(List<String> header) {
        return header.stream()
                .map(CanonicalColumns::normal)
                .map(name -> name.replaceAll("[0-9]+$", ""))
                .anyMatch(frenchOnly::contains);
    }

    private static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }
}
