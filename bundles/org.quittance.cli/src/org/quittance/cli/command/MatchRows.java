package org.quittance.cli.command;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.bank.BankEntry;
import org.quittance.api.bank.EntryMatch;
import org.quittance.api.bank.MatchPart;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.model.DebtorId;
import org.quittance.service.matching.MatchingService;
import org.quittance.service.matching.MatchingService.MatchSummary;
import org.quittance.service.matching.MatchingService.Matched;

/** How entries of bank statements and what they pay are shown. */
final class MatchRows {

    private static final int TEXT_MAX = 60;

    private final Session session;
    private final Texts texts;
    private final MatchingService service;

    MatchRows(Session session, MatchingService service) {
        this.session = session;
        this.texts = session.texts();
        this.service = service;
    }

    /** The fields of an entry as a statement gives it. */
    static void write(JsonOutput json, StatementEntry entry) throws IOException {
        json.text("account", entry.account());
        json.date("bookingDate", entry.bookingDate());
        json.date("valueDate", entry.valueDate());
        json.amount("amount", entry.amount());
        json.text("currency", entry.amount().currency().getCurrencyCode());
        json.text("counterparty", entry.counterparty());
        json.text("counterpartyIban", entry.counterpartyIban());
        json.array("references", () -> {
            for (String reference : references(entry)) {
                json.generator().writeString(reference);
            }
        });
        json.flag("reversal", entry.isReversal());
        json.text("returnReason", entry.returnReason());
    }

    private static Set<String> references(StatementEntry entry) {
        Set<String> references = new LinkedHashSet<>();
        entry.structuredReference().ifPresent(references::add);
        entry.endToEndId().ifPresent(references::add);
        entry.mandate().ifPresent(references::add);
        if (!entry.text().isBlank()) {
            references.add(entry.text());
        }
        return references;
    }

    static void write(JsonOutput json, MatchSummary summary) throws IOException {
        json.number("booked", summary.booked());
        json.number("onAccount", summary.onAccount());
        json.number("waiting", summary.waiting());
        json.number("unknown", summary.unknown());
        json.number("returned", summary.returned());
        json.flag("proposesOnly", summary.proposesOnly());
    }

    static String line(Texts texts, MatchSummary summary) {
        return texts.text(
                summary.proposesOnly() ? "match.summary-proposed" : "match.summary",
                texts.count(summary.booked()),
                texts.count(summary.waiting() + summary.onAccount()),
                texts.count(summary.unknown()),
                texts.count(summary.returned()));
    }

    void write(JsonOutput json, Matched matched) throws IOException {
        BankEntry entry = matched.entry();
        json.number("entry", entry.number());
        write(json, entry.entry());
        json.text("state", entry.state().name());
        json.text("debtor", entry.debtor().map(DebtorId::value));
        json.array("booked", () -> {
            if (matched.booked().isPresent()) {
                json.element(() -> write(json, matched.booked().get()));
            }
        });
        json.array("proposals", () -> {
            for (EntryMatch proposal : matched.proposals()) {
                json.element(() -> write(json, proposal));
            }
        });
    }

    private void write(JsonOutput json, EntryMatch match) throws IOException {
        json.number("score", match.score());
        json.text("reason", match.reason());
        json.text("text", service.text(match, session.language()));
        json.array("parts", () -> {
            for (MatchPart part : match.parts()) {
                json.element(() -> {
                    json.text("kind", part.kind().name());
                    json.text("debtor", part.debtor().value());
                    json.text("invoice", part.invoice());
                    json.amount("amount", part.amount());
                    json.text("currency", part.amount().currency().getCurrencyCode());
                });
            }
        });
    }

    void print(List<Matched> listed) {
        for (Matched matched : listed) {
            StatementEntry entry = matched.entry().entry();
            session.print(texts.text(
                    "match.line",
                    Long.toString(matched.entry().number()),
                    texts.date(entry.bookingDate()),
                    texts.amount(entry.amount()),
                    entry.counterparty().orElse("–"),
                    shortened(entry.text()),
                    texts.word("match.state", matched.entry().state().name())));
            matched.booked().ifPresent(match -> session.print("   " + texts.text("match.booked", explained(match))));
            int number = 0;
            for (EntryMatch proposal : matched.proposals()) {
                number++;
                session.print("   " + texts.text("match.proposed", Integer.toString(number), explained(proposal)));
            }
        }
    }

    private String explained(EntryMatch match) {
        StringBuilder parts = new StringBuilder();
        for (MatchPart part : match.parts()) {
            Optional<String> invoice = part.invoice();
            parts.append(parts.isEmpty() ? "" : ", ")
                    .append(texts.text(
                            invoice.isPresent() ? "match.part." + part.kind() : "match.part.CREDIT",
                            invoice.orElse(part.debtor().value()),
                            texts.amount(part.amount())));
        }
        return texts.text(
                "match.explained",
                parts.toString(),
                Integer.toString(match.score()),
                service.text(match, texts.locale()));
    }

    private static String shortened(String text) {
        String line = text.replace('\n', ' ').strip();
        return line.length() <= TEXT_MAX ? line : line.substring(0, TEXT_MAX - 1) + "…";
    }
}
