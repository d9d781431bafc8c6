package org.quittance.agency.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import org.quittance.agency.file.BoundedJson.UnreadableException;
import org.quittance.api.agency.AgencyEvent;
import org.quittance.api.agency.HandOverKey;
import org.quittance.api.model.Money;

/**
 * The fields of one report:
 *
 * <pre>
 * id        unique at the agency, 1 to 200 characters
 * key       of the hand-over
 * kind      CONTACT, PAYMENT, PROPOSAL, DISPUTE, COST, RECALLED, CLOSED …; an unknown word is read as OTHER
 * on        date, 2026-05-16
 * amount    "123.45" with currency "EUR"; payments and costs must have both
 * text      what there is to say, may be absent
 * </pre>
 */
final class ReportFields {

    private static final int ID_LENGTH_MAX = 200;

    /** Sixteen digits are more than any debt; without a bound {@code 1e999999999} would fill the memory. */
    private static final String AMOUNT = "-?[0-9]{1,16}(\\.[0-9]{1,4})?";

    private static final Set<AgencyEvent.Kind> WITH_AMOUNT = Set.of(AgencyEvent.Kind.PAYMENT, AgencyEvent.Kind.COST);

    private final JsonNode node;

    ReportFields(JsonNode node) {
        this.node = node;
    }

    static AgencyEvent event(JsonNode node) throws UnreadableException {
        ReportFields fields = new ReportFields(node);
        String word = fields.text("kind");
        Optional<AgencyEvent.Kind> known = Arrays.stream(AgencyEvent.Kind.values())
                .filter(kind -> kind.name().equals(word))
                .findFirst();
        AgencyEvent.Kind kind = known.orElse(AgencyEvent.Kind.OTHER);
        Optional<Money> amount = fields.amount();
        if (amount.isEmpty() && WITH_AMOUNT.contains(kind)) {
            throw new UnreadableException("has kind " + kind + " and no amount");
        }
        String text = node.path("text").asText("");
        return new AgencyEvent(
                fields.id(),
                fields.key(),
                kind,
                fields.date("on"),
                amount,
                known.isPresent() ? text : (word + ": " + text).strip());
    }

    static ObjectNode json(AgencyEvent event) {
        ObjectNode node = BoundedJson.newObject();
        node.put("id", event.id())
                .put("key", event.key().value())
                .put("kind", event.kind().name())
                .put("on", event.on().toString());
        event.amount()
                .ifPresent(amount -> node.put("amount", amount.toDecimalString())
                        .put("currency", amount.currency().getCurrencyCode()));
        return node.put("text", event.text());
    }

    String text(String field) throws UnreadableException {
        JsonNode value = node.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new UnreadableException("has no text «" + field + "»");
        }
        return value.textValue();
    }

    LocalDate date(String field) throws UnreadableException {
        String text = text(field);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new UnreadableException("has «" + field + "» " + text + ", expected a date such as 2026-05-16");
        }
    }

    private String id() throws UnreadableException {
        String id = text("id");
        if (id.length() > ID_LENGTH_MAX) {
            throw new UnreadableException("has an «id» of " + id.length() + " characters");
        }
        return id;
    }

    private HandOverKey key() throws UnreadableException {
        try {
            return new HandOverKey(text("key"));
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("has no hand-over key: " + e.getMessage());
        }
    }

    private Optional<Money> amount() throws UnreadableException {
        if (!node.hasNonNull("amount")) {
            return Optional.empty();
        }
        String amount = node.path("amount").asText();
        String currency = text("currency");
        if (!amount.matches(AMOUNT)) {
            throw new UnreadableException("has amount " + amount + ", expected one such as 123.45");
        }
        try {
            return Optional.of(Money.exact(new BigDecimal(amount), Currency.getInstance(currency)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UnreadableException(
                    "has amount " + amount + " " + currency + ", which is not one of that currency");
        }
    }
}
