package org.quittance.casework.facts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.ledger.PreparedMessage;
import org.quittance.api.model.Sha256;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.Reason;

/** The answers given about one debtor: a digest that tells whether they changed, and the journal's record of them. */
public final class Answers {

    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int USUAL_LENGTH = 1024;
    private static final JsonFactory FACTORY = new JsonFactory();

    private Answers() {}

    /**
     * Sixteen hexadecimal digits that are the same for the same answers in any order. Dates on which something might happen
     * next do not count, since they move without anything having been decided. Not a proof of anything: two different sets of
     * answers that met by chance, one in 2⁶⁴, would cost one line of the journal.
     */
    public static String digest(List<Answer> answers) {
        long sum = 0;
        for (Answer answer : answers) {
            long hash = text(SEED, answer.item().invoice().value());
            hash = number(hash, answer.item().instalment());
            hash = text(hash, answer.reason().name());
            hash = answer.step().isPresent() ? text(hash, answer.step().get()) : number(hash, -1);
            hash = number(hash, answer.date().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE));
            hash = number(
                    hash, answer.amount().isPresent() ? answer.amount().get().minor() : Long.MIN_VALUE);
            hash = answer.detail().isPresent() ? text(hash, answer.detail().get()) : number(hash, -1);
            sum += spread(hash);
        }
        return hexadecimal(sum);
    }

    /**
     * The answers as the journal keeps them, with the messages they led to and the hash of what each states. What is empty is
     * left out, and so is when something may happen next: that follows from the rest and moves by itself.
     */
    public static String json(LocalDate asOf, String policy, List<Answer> answers, List<PreparedMessage> messages) {
        StringWriter text = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("v", 2);
            json.writeStringField("asOf", asOf.toString());
            json.writeStringField("policy", policy);
            answers(json, answers);
            messages(json, messages);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    private static void messages(JsonGenerator json, List<PreparedMessage> messages) throws IOException {
        if (messages.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("messages");
        for (PreparedMessage message : messages) {
            json.writeStartObject();
            json.writeStringField("message", message.id().value());
            json.writeStringField("step", message.step());
            json.writeStringField("facts", Sha256.hex(message.facts()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** What several items share is written once. */
    private static void answers(JsonGenerator json, List<Answer> answers) throws IOException {
        Map<Shared, List<Answer>> groups = new LinkedHashMap<>();
        for (Answer answer : answers) {
            groups.computeIfAbsent(
                            new Shared(answer.reason(), answer.step(), answer.detail()),
                            shared -> new ArrayList<>(answers.size()))
                    .add(answer);
        }
        json.writeArrayFieldStart("answers");
        for (Map.Entry<Shared, List<Answer>> group : groups.entrySet()) {
            json.writeStartObject();
            json.writeStringField("reason", group.getKey().reason().name());
            optional(json, "step", group.getKey().step());
            optional(json, "detail", group.getKey().detail());
            json.writeArrayFieldStart("items");
            for (Answer answer : group.getValue()) {
                item(json, answer);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void item(JsonGenerator json, Answer answer) throws IOException {
        json.writeStartObject();
        json.writeStringField("item", answer.item().toString());
        optional(json, "date", answer.date());
        optional(json, "amount", answer.amount());
        json.writeEndObject();
    }

    private static void optional(JsonGenerator json, String name, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get().toString());
        }
    }

    private static long text(long hash, String text) {
        long next = hash;
        for (int i = 0; i < text.length(); i++) {
            next = (next ^ text.charAt(i)) * PRIME;
        }
        return (next ^ 0xffff) * PRIME;
    }

    private static long number(long hash, long number) {
        return spread(hash ^ number) * PRIME;
    }

    private static long spread(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    private static String hexadecimal(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(16 - digits.length()) + digits;
    }

    /** What answers of one debtor mostly have in common. */
    private record Shared(Reason reason, Optional<String> step, Optional<String> detail) {}
}
