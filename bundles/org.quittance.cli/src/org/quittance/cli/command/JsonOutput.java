package org.quittance.cli.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.model.Money;

/** One JSON document on standard output, written as it becomes known. */
final class JsonOutput implements AutoCloseable {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator generator;

    JsonOutput(OutputStream out) throws IOException {
        generator = FACTORY.createGenerator(out).setPrettyPrinter(new DefaultPrettyPrinter());
        generator.writeStartObject();
    }

    JsonGenerator generator() {
        return generator;
    }

    void text(String key, String value) throws IOException {
        generator.writeStringField(key, value);
    }

    void text(String key, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            generator.writeStringField(key, value.get());
        } else {
            generator.writeNullField(key);
        }
    }

    void date(String key, LocalDate value) throws IOException {
        generator.writeStringField(key, value.toString());
    }

    void date(String key, Optional<LocalDate> value) throws IOException {
        text(key, value.map(LocalDate::toString));
    }

    void number(String key, long value) throws IOException {
        generator.writeNumberField(key, value);
    }

    void number(String key, Optional<Integer> value) throws IOException {
        if (value.isPresent()) {
            generator.writeNumberField(key, value.get());
        } else {
            generator.writeNullField(key);
        }
    }

    void flag(String key, boolean value) throws IOException {
        generator.writeBooleanField(key, value);
    }

    /** The amount alone; its currency is written beside it. */
    void amount(String key, Money value) throws IOException {
        generator.writeStringField(key, value.toDecimalString());
    }

    void array(String key, Content content) throws IOException {
        generator.writeArrayFieldStart(key);
        content.write();
        generator.writeEndArray();
    }

    void object(String key, Content content) throws IOException {
        generator.writeObjectFieldStart(key);
        content.write();
        generator.writeEndObject();
    }

    /** An object as an element of an array. */
    void element(Content content) throws IOException {
        generator.writeStartObject();
        content.write();
        generator.writeEndObject();
    }

    /** What stands inside an array or object. */
    interface Content {
        void write() throws IOException;
    }

    @Override
    public void close() throws IOException {
        generator.writeEndObject();
        generator.writeRaw('\n');
        generator.close();
    }
}
