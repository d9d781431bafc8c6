package org.quittance.agency.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * JSON objects of a stranger, read within limits: no link is followed, at most 256 KiB, 20 levels, 20,000 characters per text;
 * duplicate fields and anything after the object refuse.
 */
final class BoundedJson {

    private static final int BYTES_MAX = 256 * 1024;
    private static final int DEPTH_MAX = 20;
    private static final int TEXT_LENGTH_MAX = 20_000;
    private static final int NUMBER_LENGTH_MAX = 40;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .maxStringLength(TEXT_LENGTH_MAX)
                            .maxNumberLength(NUMBER_LENGTH_MAX)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private BoundedJson() {}

    static ObjectNode newObject() {
        return MAPPER.createObjectNode();
    }

    /** The object in a file; {@link UnreadableException} says in one sentence why there is none. */
    static JsonNode read(Path file) throws IOException, UnreadableException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new UnreadableException("is not a regular file");
        }
        byte[] bytes;
        try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            bytes = stream.readNBytes(BYTES_MAX + 1);
        }
        if (bytes.length > BYTES_MAX) {
            throw new UnreadableException("is larger than " + BYTES_MAX + " bytes");
        }
        return parse(new String(bytes, StandardCharsets.UTF_8));
    }

    static JsonNode parse(String text) throws UnreadableException {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (!node.isObject()) {
                throw new UnreadableException("is not a JSON object");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new UnreadableException("is not JSON" + line(e) + ": " + e.getOriginalMessage());
        }
    }

    /** Where a limit was passed, the parser does not say the line. */
    private static String line(JsonProcessingException e) {
        return Optional.ofNullable(e.getLocation())
                .map(location -> ", line " + location.getLineNr())
                .orElse("");
    }

    /** Pretty-printed UTF-8 with a line end, the same on every platform. */
    static byte[] bytes(ObjectNode object) {
        try {
            String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(object);
            return (text + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can always be written", e);
        }
    }

    /** Why something the agency wrote cannot be read; completes a sentence that begins with its name. */
    static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }
}
