package org.quittance.engine.policy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value that knows the line it begins on, which the tree of jackson-databind forgets. */
sealed interface Json {

    JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    int line();

    /** What a person calls such a value. */
    String word();

    record Text(int line, String value) implements Json {
        @Override
        public String word() {
            return "text";
        }
    }

    record Number(int line, BigDecimal value) implements Json {
        @Override
        public String word() {
            return "a number";
        }
    }

    record Flag(int line, boolean value) implements Json {
        @Override
        public String word() {
            return "true or false";
        }
    }

    record Nothing(int line) implements Json {
        @Override
        public String word() {
            return "null";
        }
    }

    record Array(int line, List<Json> values) implements Json {
        @Override
        public String word() {
            return "a list";
        }
    }

    record Object(int line, Map<String, Json> fields) implements Json {
        @Override
        public String word() {
            return "an object";
        }
    }

    /** Parses one value with nothing after it; a {@code JsonProcessingException} names line and column. */
    static Json parse(String text) throws IOException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                return new Nothing(1);
            }
            Json value = value(parser);
            if (parser.nextToken() != null) {
                throw new com.fasterxml.jackson.core.JsonParseException(
                        parser, "there is something after the end of the policy");
            }
            return value;
        }
    }

    private static Json value(JsonParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, line);
            case START_ARRAY -> array(parser, line);
            case VALUE_STRING -> new Text(line, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Number(line, parser.getDecimalValue());
            case VALUE_TRUE -> new Flag(line, true);
            case VALUE_FALSE -> new Flag(line, false);
            default -> new Nothing(line);
        };
    }

    private static Json object(JsonParser parser, int line) throws IOException {
        Map<String, Json> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return new Object(line, fields);
    }

    private static Json array(JsonParser parser, int line) throws IOException {
        List<Json> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return new Array(line, values);
    }
}
