package org.quittance.interest.fr;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * A JSON file of legal figures shipped in this bundle. Every figure names its source and the day it was checked; a figure
 * without them is a fault of the bundle, reported with file and place.
 */
final class DataFile {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String name;
    private final JsonNode root;

    private DataFile(String name, JsonNode root) {
        this.name = name;
        this.root = root;
    }

    static DataFile shipped(String name) {
        try (InputStream stream = DataFile.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing from the bundle org.quittance.interest.fr");
            }
            return read(name, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " of org.quittance.interest.fr cannot be read", e);
        }
    }

    static DataFile read(String name, InputStream stream) throws IOException {
        return new DataFile(name, MAPPER.readTree(stream));
    }

    JsonNode at(String field) {
        return child(root, field, field);
    }

    /** A figure below a node, with its source, day of checking and flags verified. */
    Figure figure(JsonNode node, String place) {
        try {
            return new Figure(
                    new BigDecimal(text(node, "value", place)),
                    text(node, "source", place),
                    LocalDate.parse(text(node, "checked", place)),
                    flag(node, "sourced", place),
                    flag(node, "validated", place));
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new IllegalStateException(name + ", " + place + ": " + e.getMessage(), e);
        }
    }

    String text(JsonNode node, String field, String place) {
        JsonNode value = child(node, field, place);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new IllegalStateException(name + ", " + place + ": «" + field + "» is not a text");
        }
        return value.textValue();
    }

    JsonNode child(JsonNode node, String field, String place) {
        JsonNode value = node.get(field);
        if (value == null) {
            throw new IllegalStateException(name + ", " + place + ": «" + field + "» is missing");
        }
        return value;
    }

    private boolean flag(JsonNode node, String field, String place) {
        JsonNode value = child(node, field, place);
        if (!value.isBoolean()) {
            throw new IllegalStateException(name + ", " + place + ": «" + field + "» is neither true nor false");
        }
        return value.booleanValue();
    }

    /**
     * A number of the law.
     *
     * @param checked the day on which the source was read
     * @param sourced whether a source was read at all; without one the figure is not computed with
     * @param validated whether a lawyer has confirmed it
     */
    record Figure(BigDecimal value, String source, LocalDate checked, boolean sourced, boolean validated) {}
}
