package org.quittance.importer.csv;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.importer.ImportException;
import org.quittance.api.text.Sentence;

/** Reads a small JSON file into {@link JsonPlace}s. A key that stands twice is refused. */
final class JsonPlaces {

    private static final long SIZE_MAX_BYTES = 1 << 20;
    private static final int DEPTH_MAX = 8;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonPlaces() {}

    static JsonPlace read(Path file) throws ImportException {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > SIZE_MAX_BYTES) {
                throw refused("mapping.too-large", file, null);
            }
            return parse(name, Files.readString(file, StandardCharsets.UTF_8));
        } catch (JsonProcessingException problem) {
            throw new ImportException(
                    Sentence.of(
                            JsonPlaces.class,
                            "mapping.no-json",
                            name,
                            problem.getLocation().getLineNr(),
                            problem.getLocation().getColumnNr(),
                            problem.getOriginalMessage()),
                    0,
                    "",
                    problem);
        } catch (CharacterCodingException problem) {
            throw refused("mapping.encoding", name, problem);
        } catch (IOException problem) {
            throw new ImportException(
                    Sentence.of(JsonPlaces.class, "mapping.unreadable", file, FileProblem.describe(problem)),
                    0,
                    "",
                    problem);
        }
    }

    private static ImportException refused(String code, Object file, @Nullable Throwable cause) {
        return new ImportException(Sentence.of(JsonPlaces.class, code, file), 0, "", cause);
    }

    private static JsonPlace parse(String name, String text) throws IOException, ImportException {
        String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() == null) {
                throw refused("mapping.empty", name, null);
            }
            JsonPlace root = value(name, "", parser, 0);
            if (parser.nextToken() != null) {
                throw new JsonPlace(name, parser.currentTokenLocation().getLineNr(), "", "").fail("mapping.after-end");
            }
            return root;
        }
    }

    private static JsonPlace value(String file, String path, JsonParser parser, int depth)
            throws IOException, ImportException {
        int line = parser.currentTokenLocation().getLineNr();
        if (depth > DEPTH_MAX) {
            throw new JsonPlace(file, line, path, "").fail("key.too-deep");
        }
        Object value = switch (parser.currentToken()) {
            case START_OBJECT -> members(file, path, parser, depth);
            case START_ARRAY -> elements(file, path, parser, depth);
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_INT -> integer(parser);
            default -> throw new JsonPlace(file, line, path, "").fail("expected.scalar", parser.getText());
        };
        return new JsonPlace(file, line, path, value);
    }

    private static Object integer(JsonParser parser) throws IOException {
        String digits = parser.getText();
        return digits.length() > 9 ? digits : Integer.valueOf(digits);
    }

    private static Map<String, JsonPlace> members(String file, String path, JsonParser parser, int depth)
            throws IOException, ImportException {
        Map<String, JsonPlace> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(file, path.isEmpty() ? name : path + "." + name, parser, depth + 1));
        }
        return members;
    }

    private static List<JsonPlace> elements(String file, String path, JsonParser parser, int depth)
            throws IOException, ImportException {
        List<JsonPlace> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(file, path + "[" + (elements.size() + 1) + "]", parser, depth + 1));
        }
        return elements;
    }
}
