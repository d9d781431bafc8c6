package org.quittance.document.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.document.letter.Entry;
import org.quittance.document.letter.Statement;
import org.quittance.document.letter.Table;
import org.quittance.document.letter.Table.Column;
import org.quittance.document.letter.Table.Row;
import org.quittance.document.report.Part;
import org.quittance.service.claim.ChargeClaim;

/** A claim as tables: items, sums, interest by segment. Pure. */
final class ClaimParts {

    private final CaseFile file;
    private final Labels labels;

    ClaimParts(CaseFile file) {
        this.file = file;
        this.labels = file.labels();
    }

    List<Part> of(CurrencyClaim claim) {
        List<Part> parts = new ArrayList<>();
        parts.add(figures(claim, Integer.MAX_VALUE));
        if (!claim.lines().isEmpty()) {
            parts.add(Part.heading(labels.text("claim.segments")));
            parts.add(segments(claim));
        }
        if (!claim.settled().isEmpty()) {
            parts.add(Part.heading(labels.text("claim.settled")));
            parts.add(settled(claim));
        }
        return parts;
    }

    /** Claimed before, on invoices that are paid: what came in for it and what is still due. */
    private Part settled(CurrencyClaim claim) {
        List<Row> rows = new ArrayList<>();
        for (ChargeClaim charge : claim.settled()) {
            rows.add(new Row(
                    List.of(
                            charge.item().numbered(charge.item().invoice().value()),
                            labels.date(charge.on()),
                            charge.until().map(labels::date).orElse("–"),
                            labels.money(charge.interest()),
                            labels.money(charge.indemnity()),
                            labels.money(charge.paid()),
                            labels.money(charge.interestDue().plus(charge.indemnityDue()))),
                    false));
        }
        List<Column> columns = List.of(
                new Column(labels.text("claim.invoice"), false),
                new Column(labels.text("claim.settled.on"), false),
                new Column(labels.text("claim.to"), false),
                new Column(labels.text("claim.interest"), true),
                new Column(labels.text("claim.settled.indemnity"), true),
                new Column(labels.text("claim.paid"), true),
                new Column(labels.text("claim.open"), true));
        return new Part.Figures(new Statement(
                Optional.of(new Table(columns, rows, List.of(labels.text("claim.settled.why")))),
                List.of(),
                Optional.of(new Entry(labels.text("claim.settled.due"), labels.money(claim.settledDue()))),
                Optional.empty()));
    }

    /**
     * Items and sums.
     *
     * @param limit of items shown; the rest is counted
     */
    Part figures(CurrencyClaim claim, int limit) {
        List<Row> rows = new ArrayList<>();
        List<OpenItem> shown =
                claim.items().subList(0, Math.min(limit, claim.items().size()));
        shown.forEach(item -> rows.add(row(item)));
        claim.credits().forEach(credit -> rows.add(row(credit)));
        List<String> notes = new ArrayList<>();
        if (shown.size() < claim.items().size()) {
            notes.add(labels.text("call.more", claim.items().size() - shown.size()));
        }
        if (!claim.disputed().isZero()) {
            notes.add(labels.text("claim.disputed", labels.money(claim.disputed())));
        }
        Money paid = new Agreed(file.view()).paidInterest(claim.currency());
        if (paid.isPositive()) {
            notes.add(labels.text("claim.paid-interest", labels.money(paid)));
        }
        List<Column> columns = List.of(
                new Column(labels.text("claim.invoice"), false),
                new Column(labels.text("claim.issued"), false),
                new Column(labels.text("claim.due"), false),
                new Column(labels.text("claim.late"), true),
                new Column(labels.text("claim.original"), true),
                new Column(labels.text("claim.paid"), true),
                new Column(labels.text("claim.open"), true));
        List<Entry> sums = new ArrayList<>();
        sums.add(new Entry(labels.text("claim.principal"), labels.money(claim.principal())));
        charge("claim.interest", claim.interest(), sums);
        charge("claim.indemnity", claim.indemnity(), sums);
        charge("claim.settled.due", claim.settledDue(), sums);
        return new Part.Figures(new Statement(
                Optional.of(new Table(columns, rows, notes)),
                sums.size() > 1 ? sums : List.of(),
                Optional.of(new Entry(labels.text("claim.total"), labels.money(claim.total()))),
                Optional.empty()));
    }

    private void charge(String key, Money amount, List<Entry> sums) {
        if (!amount.isZero()) {
            sums.add(new Entry(labels.text(key), labels.money(amount)));
        }
    }

    private Row row(OpenItem item) {
        boolean credit = item.kind().isCredit();
        String number = number(item, file, labels);
        int late = CurrencyClaim.daysLate(item, file.asOf());
        return new Row(
                List.of(
                        credit ? labels.text("claim.credit", number) : number,
                        labels.date(item.issueDate()),
                        credit ? "" : labels.date(item.dueDate()),
                        late > 0 ? Integer.toString(late) : "–",
                        labels.money(item.original()),
                        labels.money(item.original().minus(item.open())),
                        labels.money(item.open())),
                credit);
    }

    /** Interest by segment, and its sum. */
    Part segments(CurrencyClaim claim) {
        List<Row> rows = new ArrayList<>();
        for (CurrencyClaim.Line line : claim.lines()) {
            InterestSegment segment = line.segment();
            rows.add(new Row(
                    List.of(
                            number(line.item(), file, labels),
                            labels.date(segment.from()),
                            labels.date(segment.to()),
                            Integer.toString(segment.days()),
                            labels.money(segment.principal()),
                            labels.percent(segment.rate()),
                            segment.article(),
                            labels.money(segment.interest())),
                    false));
        }
        List<String> notes = new ArrayList<>(List.of(labels.text("claim.inclusive")));
        claim.missing()
                .ifPresent(gap -> notes.add(labels.text("claim.missing", labels.date(gap.since()), gap.period())));
        Money whole = claim.lines().stream()
                .map(line -> line.segment().interest())
                .reduce(Money.zero(claim.currency()), Money::plus);
        if (claim.interest().compareTo(whole) < 0) {
            notes.add(labels.text("claim.interest-paid", labels.money(whole.minus(claim.interest()))));
        }
        List<Column> columns = List.of(
                new Column(labels.text("claim.invoice"), false),
                new Column(labels.text("claim.from"), false),
                new Column(labels.text("claim.to"), false),
                new Column(labels.text("claim.days"), true),
                new Column(labels.text("claim.sum"), true),
                new Column(labels.text("claim.rate"), true),
                new Column(labels.text("claim.basis"), false),
                new Column(labels.text("claim.interest"), true));
        Entry sum = new Entry(labels.text("claim.interest"), labels.money(claim.interest()));
        return new Part.Figures(new Statement(
                Optional.of(new Table(columns, rows, notes)), List.of(), Optional.of(sum), Optional.empty()));
    }

    /** An invoice in one piece is its own first instalment; that is not worth a word. */
    static String number(OpenItem item, CaseFile file, Labels labels) {
        long instalments = file.view().items().stream()
                .filter(other -> other.key().invoice().equals(item.key().invoice()))
                .count();
        return instalments > 1 || item.key().instalment() > 1
                ? labels.text("claim.instalment", item.number(), item.key().instalment())
                : item.number();
    }
}
