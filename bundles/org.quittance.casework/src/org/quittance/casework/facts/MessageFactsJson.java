package org.quittance.casework.facts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.document.MessageFacts.Line;
import org.quittance.api.interest.InterestSegment;

/**
 * The facts of a message as JSON, in which they are frozen in the send ledger. A message has one currency, so amounts are
 * integers in its minor units. Facts are most of what a large run writes: therefore invoices and interest are arrays, without
 * the names of their fields, and a rate with its article stands once. Safe for any thread.
 */
public final class MessageFactsJson {

    static final int VERSION = 2;
    private static final int USUAL_LENGTH = 1024;
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
            return FactsReader.read(JSON.readTree(text));
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
            json.writeStartArray();
            json.writeString(line.number());
            json.writeNumber(line.instalment());
            json.writeString(line.issueDate().toString());
            json.writeString(line.dueDate().toString());
            json.writeNumber(line.daysLate());
            json.writeNumber(line.original().minor());
            json.writeNumber(line.paid().minor());
            json.writeNumber(line.claimed().minor());
            json.writeEndArray();
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
        List<Title> titles = segments.stream().map(Title::of).distinct().toList();
        json.writeArrayFieldStart("titles");
        for (Title title : titles) {
            json.writeStartArray();
            json.writeString(title.rate().toPlainString());
            json.writeString(title.article());
            json.writeBoolean(title.validated());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("segments");
        for (InterestSegment segment : segments) {
            json.writeStartArray();
            json.writeString(segment.from().toString());
            json.writeString(segment.to().toString());
            json.writeNumber(segment.days());
            json.writeNumber(segment.principal().minor());
            json.writeNumber(segment.interest().minor());
            json.writeNumber(titles.indexOf(Title.of(segment)));
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /** What segments of one message share. */
    private record Title(BigDecimal rate, String article, boolean validated) {

        static Title of(InterestSegment segment) {
            return new Title(segment.rate(), segment.article(), segment.validated());
        }
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
}
