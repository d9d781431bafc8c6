package org.quittance.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quittance.api.ledger.CaseAgreements;
import org.quittance.api.ledger.CommitmentTerms;
import org.quittance.api.ledger.JournalEntry;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.api.score.Score;

/** The parts of a case as a person reads them. */
final class CasePages {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Fields of a journal entry that say enough in one line, in this order. */
    private static final List<String> TOLD =
            List.of("message", "id", "item", "kind", "amount", "until", "deadline", "outcome", "reason", "text");

    private final Session session;
    private final Texts texts;
    private final ZoneId zone;

    CasePages(Session session, ZoneId zone) {
        this.session = session;
        this.texts = session.texts();
        this.zone = zone;
    }

    void score(Score score) {
        String because = score.because().stream()
                .map(factor -> texts.text(
                        "score.factor",
                        texts.word("score", factor.code()),
                        texts.count(factor.count()),
                        texts.count(factor.points())))
                .collect(Collectors.joining(", "));
        session.print("  " + texts.text("score.line", texts.count(score.points()), because.isEmpty() ? "–" : because));
    }

    /** Open items with a total per currency, which are never added together. */
    void items(List<OpenItem> items) {
        Table table = new Table("lllrl");
        Map<String, Money> totals = new LinkedHashMap<>();
        for (OpenItem item : items) {
            table.row(
                    "  " + item.number()
                            + (item.key().instalment() > 1 ? "/" + item.key().instalment() : ""),
                    texts.word("item", item.kind().name()),
                    item.kind().isCredit() ? texts.date(item.issueDate()) : texts.date(item.dueDate()),
                    texts.amount(item.open()),
                    item.disputed().isZero() ? "" : texts.text("case.disputed", texts.amount(item.disputed())));
            totals.merge(item.open().currency().getCurrencyCode(), item.open(), Money::plus);
        }
        section("case.items", table.lines());
        totals.values().forEach(total -> session.print("  " + texts.text("case.total", texts.amount(total))));
    }

    void agreements(CaseAgreements agreements) {
        List<String> lines = new ArrayList<>();
        agreements.marks().forEach(mark -> lines.add(AgreementRows.line(texts, mark)));
        agreements.rulings().forEach(ruling -> lines.add(RulingRows.line(texts, ruling)));
        agreements.restrictions().forEach(restriction -> lines.add(AgreementRows.line(texts, restriction)));
        agreements
                .commitments()
                .forEach(commitment -> lines.add(AgreementRows.line(
                        texts,
                        commitment,
                        agreements
                                .terms(commitment)
                                .map(CommitmentTerms::released)
                                .orElse(Money.zero(commitment.openWhenMade().currency())))));
        agreements.disputes().forEach(dispute -> lines.add(AgreementRows.line(texts, dispute)));
        agreements.holds().forEach(hold -> lines.add(AgreementRows.line(texts, hold)));
        agreements.goodwill().forEach(goodwill -> lines.add(AgreementRows.line(texts, goodwill)));
        section("case.agreed", lines.stream().map(line -> "  " + line).toList());
        section(
                "case.said",
                agreements.contacts().stream()
                        .map(contact -> "  " + AgreementRows.line(texts, contact))
                        .toList());
    }

    void messages(List<MessageRecord> messages) {
        Table table = new Table("lllrl");
        for (MessageRecord message : messages) {
            Money total = message.message()
                    .principal()
                    .plus(message.message().interest())
                    .plus(message.message().indemnity())
                    .plus(message.message().fees());
            table.row(
                    "  " + message.message().id(),
                    texts.step(message.message().step()),
                    texts.word("state", message.state().name()),
                    texts.amount(total),
                    message.sentOn().map(texts::date).orElse(""));
        }
        section("case.messages", table.lines());
    }

    void timeline(List<JournalEntry> entries) {
        Table table = new Table("lll");
        for (JournalEntry entry : entries) {
            table.row("  " + texts.date(LocalDate.ofInstant(entry.at(), zone)), line(entry), entry.actor());
        }
        section("case.timeline", table.lines());
    }

    private String line(JournalEntry entry) {
        String word = texts.word("journal", entry.kind());
        String told = told(entry);
        return told.isEmpty() ? word : texts.text("import.place", word, told);
    }

    private String told(JournalEntry entry) {
        if (entry.payload().isEmpty() || entry.kind().equals("decided")) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        try {
            JsonNode payload = JSON.readTree(entry.payload().get());
            for (String field : TOLD) {
                String value = field.equals("amount")
                        ? amount(payload)
                        : payload.path(field).asText("");
                if (!value.isBlank()) {
                    parts.add(value);
                }
            }
            promised(payload).ifPresent(parts::add);
        } catch (JsonProcessingException e) {
            return "";
        }
        return String.join(", ", parts);
    }

    /** An amount beside its currency is written out; one without stays as it is. */
    private String amount(JsonNode json) {
        String amount = json.path("amount").asText("");
        String currency = json.path("currency").asText("");
        return amount.isBlank() || currency.isBlank() ? amount : texts.amount(Money.parse(amount, currency));
    }

    /** What was promised, and for when: each instalment of an agreement. */
    private Optional<String> promised(JsonNode payload) {
        String currency = payload.path("currency").asText("");
        if (currency.isBlank()) {
            return Optional.empty();
        }
        List<String> dates = new ArrayList<>();
        for (JsonNode instalment : payload.path("instalments")) {
            dates.add(texts.text(
                    "case.instalment",
                    texts.amount(Money.parse(instalment.path("amount").asText(), currency)),
                    texts.date(LocalDate.parse(instalment.path("on").asText()))));
        }
        return dates.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", dates));
    }

    private void section(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            session.print("");
            session.print(texts.text(title));
            lines.forEach(session::print);
        }
    }
}
