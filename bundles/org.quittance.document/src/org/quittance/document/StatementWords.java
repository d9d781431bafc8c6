package org.quittance.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.model.Money;
import org.quittance.document.letter.Entry;
import org.quittance.document.letter.Statement;
import org.quittance.document.letter.Table;

/** Puts items, parts of the claim and interest segments into tables of one language. Pure. */
final class StatementWords {

    private final MessageFacts facts;
    private final Words words;

    StatementWords(MessageFacts facts, Words words) {
        this.facts = facts;
        this.words = words;
    }

    Statement statement() {
        boolean asks = facts.kind() != DocumentKind.THANK_YOU || facts.total().isPositive();
        return new Statement(
                facts.lines().isEmpty() && facts.credits().isEmpty() ? Optional.empty() : Optional.of(items()),
                asks ? parts() : List.of(),
                asks ? Optional.of(new Entry(words.text("total"), words.money(facts.total()))) : Optional.empty(),
                facts.segments().isEmpty() ? Optional.empty() : Optional.of(interest()));
    }

    private Table items() {
        List<Table.Row> rows = new ArrayList<>();
        facts.lines().forEach(line -> rows.add(row(line, false)));
        facts.credits().forEach(line -> rows.add(row(line, true)));
        List<String> notes = new ArrayList<>();
        if (facts.lines().stream().anyMatch(StatementWords::isPartlyReserved)) {
            notes.add(words.text("note.reserved"));
        }
        if (!facts.credits().isEmpty()) {
            notes.add(words.text("note.credits"));
        }
        return new Table(
                List.of(
                        new Table.Column(words.text("item.number"), false),
                        new Table.Column(words.text("item.issued"), false),
                        new Table.Column(words.text("item.due"), false),
                        new Table.Column(words.text("item.late"), true),
                        new Table.Column(words.text("item.original"), true),
                        new Table.Column(words.text("item.paid"), true),
                        new Table.Column(words.text("item.claimed"), true)),
                rows,
                notes);
    }

    private Table.Row row(MessageFacts.Line line, boolean credit) {
        String number =
                isInstalment(line) ? words.text("item.instalment", line.number(), line.instalment()) : line.number();
        return new Table.Row(
                List.of(
                        credit ? words.text("credit.label", number) : number,
                        words.shortDate(line.issueDate()),
                        credit ? "" : words.shortDate(line.dueDate()),
                        credit || line.daysLate() <= 0 ? "–" : Integer.toString(line.daysLate()),
                        words.money(line.original()),
                        words.money(line.paid()),
                        words.money(line.claimed())),
                credit);
    }

    /** An invoice in one piece is its own first instalment; that is not worth a word. */
    private boolean isInstalment(MessageFacts.Line line) {
        return line.instalment() > 1
                || facts.lines().stream()
                                .filter(other -> other.number().equals(line.number()))
                                .count()
                        > 1;
    }

    private static boolean isPartlyReserved(MessageFacts.Line line) {
        return line.claimed().compareTo(line.original().minus(line.paid())) < 0;
    }

    private List<Entry> parts() {
        List<Entry> parts = new ArrayList<>();
        part(interestLabel(), facts.interest(), parts);
        part(words.text("part.indemnity"), facts.indemnity(), parts);
        part(words.text("part.fees"), facts.fees(), parts);
        if (!parts.isEmpty() || !facts.credits().isEmpty()) {
            parts.add(0, new Entry(words.text("part.principal"), words.money(facts.principal())));
        }
        return parts;
    }

    private String interestLabel() {
        return facts.interestKnownUntil()
                .map(day -> words.text("part.interest.until", words.shortDate(day)))
                .orElse(words.text("part.interest"));
    }

    private void part(String label, Money amount, List<Entry> parts) {
        if (!amount.isZero()) {
            parts.add(new Entry(label, words.money(amount)));
        }
    }

    private Statement.Annex interest() {
        List<String> notes = new ArrayList<>();
        notes.add(words.text("annex.inclusive"));
        facts.interestKnownUntil().ifPresent(day -> notes.add(words.text("annex.until", words.date(day))));
        Money whole = facts.segments().stream()
                .map(InterestSegment::interest)
                .reduce(Money.zero(facts.interest().currency()), Money::plus);
        if (facts.interest().compareTo(whole) < 0) {
            notes.add(words.text("annex.paid", words.money(whole.minus(facts.interest()))));
        }
        Table table = new Table(
                List.of(
                        new Table.Column(words.text("annex.article"), false),
                        new Table.Column(words.text("annex.from"), false),
                        new Table.Column(words.text("annex.to"), false),
                        new Table.Column(words.text("annex.days"), true),
                        new Table.Column(words.text("annex.principal"), true),
                        new Table.Column(words.text("annex.rate"), true),
                        new Table.Column(words.text("annex.interest"), true)),
                facts.segments().stream().map(this::segment).toList(),
                notes);
        return new Statement.Annex(
                words.text("annex.title"), table, new Entry(interestLabel(), words.money(facts.interest())));
    }

    private Table.Row segment(InterestSegment segment) {
        return new Table.Row(
                List.of(
                        segment.article(),
                        words.shortDate(segment.from()),
                        words.shortDate(segment.to()),
                        Integer.toString(segment.days()),
                        words.money(segment.principal()),
                        words.percent(segment.rate()),
                        words.money(segment.interest())),
                false);
    }
}
