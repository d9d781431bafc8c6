package org.quittance.casework.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.document.MessageFacts.Line;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.model.CreditorReference;
import org.quittance.api.model.Money;

/** Reads what {@link MessageFactsJson} writes, in every version that was ever written. */
final class FactsReader {

    private FactsReader() {}

    /** @throws IllegalArgumentException where something is missing or of a version this program does not know */
    static MessageFacts read(JsonNode json) {
        int version = json.path("v").asInt();
        if (version < 1 || version > MessageFactsJson.VERSION) {
            throw new IllegalArgumentException(
                    "facts are of version " + version + ", this program knows 1 to " + MessageFactsJson.VERSION);
        }
        Currency currency = Currency.getInstance(text(json, "currency"));
        MessageFacts.Builder facts = MessageFacts.of(
                        DocumentKind.valueOf(text(json, "kind")),
                        text(json, "template"),
                        Locale.forLanguageTag(text(json, "language")),
                        day(json.path("date")),
                        money(json.path("principal"), currency))
                .reference(text(json, "reference"), new CreditorReference(text(json, "payment")))
                .lines(lines(json.path("lines"), currency))
                .credits(lines(json.path("credits"), currency))
                .interest(money(json.path("interest"), currency), segments(json, currency))
                .indemnity(money(json.path("indemnity"), currency))
                .fees(money(json.path("fees"), currency))
                .earlierMessages(strings(json.path("earlier")).stream()
                        .map(LocalDate::parse)
                        .toList())
                .legalParagraphs(strings(json.path("legal")));
        if (json.has("interestKnownUntil")) {
            facts.interestKnownUntil(day(json.path("interestKnownUntil")));
        }
        if (json.has("deadline")) {
            facts.deadline(day(json.path("deadline")));
        }
        if (json.has("announced")) {
            facts.announcedStep(text(json, "announced"));
        }
        return facts.build();
    }

    private static List<Line> lines(JsonNode array, Currency currency) {
        List<Line> lines = new ArrayList<>(array.size());
        for (JsonNode line : array) {
            Fields fields = new Fields(line);
            lines.add(new Line(
                    fields.next("number").asText(),
                    fields.next("instalment").asInt(),
                    day(fields.next("issued")),
                    day(fields.next("due")),
                    fields.next("late").asInt(),
                    money(fields.next("original"), currency),
                    money(fields.next("paid"), currency),
                    money(fields.next("claimed"), currency)));
        }
        return lines;
    }

    private static List<InterestSegment> segments(JsonNode json, Currency currency) {
        List<InterestSegment> segments = new ArrayList<>();
        for (JsonNode segment : json.path("segments")) {
            Fields fields = new Fields(segment);
            LocalDate from = day(fields.next("from"));
            LocalDate to = day(fields.next("to"));
            int days = fields.next("days").asInt();
            Money principal = money(fields.next("principal"), currency);
            Money interest = money(fields.next("interest"), currency);
            Fields title = segment.isArray()
                    ? new Fields(json.path("titles").path(fields.next("title").asInt()))
                    : fields;
            BigDecimal rate = new BigDecimal(title.next("rate").asText());
            String article = title.next("article").asText();
            boolean validated = title.next("validated").asBoolean();
            segments.add(new InterestSegment(from, to, days, principal, rate, article, interest, validated));
        }
        return segments;
    }

    /** What stands in an array in the order of writing stood in version 1 in an object, by name. */
    private static final class Fields {

        private final JsonNode node;
        private int next;

        Fields(JsonNode node) {
            this.node = node;
        }

        JsonNode next(String name) {
            return node.isArray() ? node.path(next++) : node.path(name);
        }
    }

    private static List<String> strings(JsonNode array) {
        List<String> texts = new ArrayList<>(array.size());
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static LocalDate day(JsonNode text) {
        return LocalDate.parse(text.asText());
    }

    private static Money money(JsonNode minor, Currency currency) {
        if (!minor.isIntegralNumber()) {
            throw new IllegalArgumentException("facts lack an amount");
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
