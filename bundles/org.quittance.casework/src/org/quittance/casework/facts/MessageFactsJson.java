package org.quittance.casework.facts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.document.MessageFacts.Line;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.model.CreditorReference;
import org.quittance.api.model.Money;

/**
 * The facts of a message as JSON, in which they are frozen in the send ledger. A message has one currency, so amounts are
 * integers in its minor units. Reading accepts every version that was ever written; there is one so far. Safe for any thread.
 */
public final class MessageFactsJson {

    private static final int VERSION = 1;
    private static final int USUAL_LENGTH = 2048;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonFactory FACTORY = JSON.getFactory();

    private MessageFactsJson() {}

    public static String write(MessageFacts facts) {
        StringWriter text = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("v", VERSION);
            head(json, facts);
            lines(json, "lines", facts.lines());
            lines(json, "credits", facts.credits());
            amounts(json, facts);
            segments(json, facts.segments());
            tail(json, facts);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException where the text is not what {@link #write} makes, in this or an earlier version */
    public static MessageFacts read(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            int version = json.path("v").asInt();
            if (version != VERSION) {
                throw new IllegalArgumentException(
                        "facts are of version " + version + ", this program knows version " + VERSION);
            }
            return facts(json);
        } catch (IOException e) {
            throw new IllegalArgumentException("facts are not JSON", e);
        }
    }

    /** The printed numbers of the invoices, with {@code /2} for a second instalment. */
    public static List<String> numbers(String text) {
        return read(text).lines().stream()
                .map(line -> line.instalment() == 1 ? line.number() : line.number() + "/" + line.instalment())
                .distinct()
                .toList();
    }

    private static void head(JsonGenerator json, MessageFacts facts) throws IOException {
        json.writeStringField("kind", facts.kind().name());
        json.writeStringField("template", facts.template());
        json.writeStringField("language", facts.language().toLanguageTag());
        json.writeStringField("date", facts.date().toString());
        json.writeStringField("reference", facts.reference());
        json.writeStringField("payment", facts.paymentReference().value());
        json.writeStringField("currency", facts.principal().currency().getCurrencyCode());
    }

    private static void lines(JsonGenerator json, String name, List<Line> lines) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (Line line : lines) {
            json.writeStartObject();
            json.writeStringField("number", line.number());
            json.writeNumberField("instalment", line.instalment());
            json.writeStringField("issued", line.issueDate().toString());
            json.writeStringField("due", line.dueDate().toString());
            json.writeNumberField("late", line.daysLate());
            json.writeNumberField("original", line.original().minor());
            json.writeNumberField("paid", line.paid().minor());
            json.writeNumberField("claimed", line.claimed().minor());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void amounts(JsonGenerator json, MessageFacts facts) throws IOException {
        json.writeNumberField("principal", facts.principal().minor());
        json.writeNumberField("interest", facts.interest().minor());
        json.writeNumberField("indemnity", facts.indemnity().minor());
        json.writeNumberField("fees", facts.fees().minor());
    }

    private static void segments(JsonGenerator json, List<InterestSegment> segments) throws IOException {
        if (segments.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("segments");
        for (InterestSegment segment : segments) {
            json.writeStartObject();
            json.writeStringField("from", segment.from().toString());
            json.writeStringField("to", segment.to().toString());
            json.writeNumberField("days", segment.days());
            json.writeNumberField("principal", segment.principal().minor());
            json.writeStringField("rate", segment.rate().toPlainString());
            json.writeStringField("article", segment.article());
            json.writeNumberField("interest", segment.interest().minor());
            if (segment.validated()) {
                json.writeBooleanField("validated", true);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void tail(JsonGenerator json, MessageFacts facts) throws IOException {
        date(json, "interestKnownUntil", facts.interestKnownUntil());
        date(json, "deadline", facts.deadline());
        texts(json, "earlier", facts.earlierMessages());
        if (facts.announcedStep().isPresent()) {
            json.writeStringField("announced", facts.announcedStep().get());
        }
        texts(json, "legal", facts.legalParagraphs());
    }

    private static void date(JsonGenerator json, String name, Optional<LocalDate> date) throws IOException {
        if (date.isPresent()) {
            json.writeStringField(name, date.get().toString());
        }
    }

    private static void texts(JsonGenerator json, String name, List<?> texts) throws IOException {
        if (texts.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (Object text : texts) {
            json.writeString(text.toString());
        }
        json.writeEndArray();
    }

    private static MessageFacts facts(JsonNode json) {
        Currency currency = Currency.getInstance(text(json, "currency"));
        MessageFacts.Builder facts = MessageFacts.of(
                        DocumentKind.valueOf(text(json, "kind")),
                        text(json, "template"),
                        Locale.forLanguageTag(text(json, "language")),
                        LocalDate.parse(text(json, "date")),
                        money(json, "principal", currency))
                .reference(text(json, "reference"), new CreditorReference(text(json, "payment")))
                .lines(lines(json.path("lines"), currency))
                .credits(lines(json.path("credits"), currency))
                .interest(money(json, "interest", currency), segments(json.path("segments"), currency))
                .indemnity(money(json, "indemnity", currency))
                .fees(money(json, "fees", currency))
                .earlierMessages(strings(json.path("earlier")).stream()
                        .map(LocalDate::parse)
                        .toList())
                .legalParagraphs(strings(json.path("legal")));
        if (json.has("interestKnownUntil")) {
            facts.interestKnownUntil(LocalDate.parse(text(json, "interestKnownUntil")));
        }
        if (json.has("deadline")) {
            facts.deadline(LocalDate.parse(text(json, "deadline")));
        }
        if (json.has("announced")) {
            facts.announcedStep(text(json, "announced"));
        }
        return facts.build();
    }

    private static List<Line> lines(JsonNode array, Currency currency) {
        List<Line> lines = new ArrayList<>(array.size());
        for (JsonNode line : array) {
            lines.add(new Line(
                    text(line, "number"),
                    line.path("instalment").asInt(),
                    LocalDate.parse(text(line, "issued")),
                    LocalDate.parse(text(line, "due")),
                    line.path("late").asInt(),
                    money(line, "original", currency),
                    money(line, "paid", currency),
                    money(line, "claimed", currency)));
        }
        return lines;
    }

    private static List<InterestSegment> segments(JsonNode array, Currency currency) {
        List<InterestSegment> segments = new ArrayList<>(array.size());
        for (JsonNode segment : array) {
            segments.add(new InterestSegment(
                    LocalDate.parse(text(segment, "from")),
                    LocalDate.parse(text(segment, "to")),
                    segment.path("days").asInt(),
                    money(segment, "principal", currency),
                    new BigDecimal(text(segment, "rate")),
                    text(segment, "article"),
                    money(segment, "interest", currency),
                    segment.path("validated").asBoolean()));
        }
        return segments;
    }

    private static List<String> strings(JsonNode array) {
        List<String> texts = new ArrayList<>(array.size());
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Money money(JsonNode json, String name, Currency currency) {
        JsonNode minor = json.path(name);
        if (!minor.isIntegralNumber()) {
            throw new IllegalArgumentException("facts lack the amount «" + name + "»");
        }
        return Money.ofMinor(minor.asLong(), currency);
    }

    private static String text(JsonNode json, String name) {
        JsonNode text = json.path(name);
        if (!text.isTextual()) {
            throw new IllegalArgumentException("facts lack «" + name + "»");
        }
        return text.asText();
    }
}
