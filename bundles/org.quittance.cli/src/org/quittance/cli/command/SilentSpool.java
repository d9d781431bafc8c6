package org.quittance.cli.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quittance.api.model.DebtorId;
import org.quittance.service.decision.Answer;

/** Answers for silent items on disk, so that a run over a million items needs no memory for them. */
final class SilentSpool implements AutoCloseable {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final Path file;
    private final JsonGenerator generator;
    private long size;

    SilentSpool() throws IOException {
        file = Files.createTempFile("quittance-silent", ".json");
        generator = FACTORY.createGenerator(Files.newOutputStream(file));
        generator.writeStartArray();
    }

    void add(DebtorId debtor, Answer answer, String text) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("debtor", debtor.value());
        generator.writeStringField("invoice", answer.number());
        generator.writeNumberField("instalment", answer.item().instalment());
        generator.writeStringField("reason", answer.reason().name());
        generator.writeStringField("text", text);
        generator.writeEndObject();
        size++;
    }

    /** One more that is not kept. */
    void count() {
        size++;
    }

    long size() {
        return size;
    }

    /** Appends everything to an array that is open. */
    void copyTo(JsonOutput json) throws IOException {
        finish();
        try (JsonParser parser = FACTORY.createParser(Files.newInputStream(file))) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                json.generator().copyCurrentStructure(parser);
            }
        }
    }

    /** What was kept, in order; for few only. */
    List<JsonNode> rows() throws IOException {
        finish();
        List<JsonNode> rows = new ArrayList<>();
        new ObjectMapper().readTree(file.toFile()).forEach(rows::add);
        return rows;
    }

    private void finish() throws IOException {
        if (!generator.isClosed()) {
            generator.writeEndArray();
            generator.close();
        }
    }

    @Override
    public void close() throws IOException {
        finish();
        Files.deleteIfExists(file);
    }
}
