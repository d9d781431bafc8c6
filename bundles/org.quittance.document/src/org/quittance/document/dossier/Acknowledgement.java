package org.quittance.document.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Commitment.Instalment;
import org.quittance.api.ledger.CommitmentTerms;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.document.letter.Entry;
import org.quittance.document.letter.Statement;
import org.quittance.document.letter.Table;
import org.quittance.document.letter.Table.Column;
import org.quittance.document.letter.Table.Row;
import org.quittance.document.report.Part;
import org.quittance.document.report.Report;

/**
 * The acknowledgement of debt with an instalment plan: who owes whom how much, when it is paid, with or without interest, and what
 * happens if it is not. The amount is left to the debtor's own hand, in words and in figures, and so is the signature. Pure.
 */
final class Acknowledgement {

    private static final int LINES_FOR_AMOUNT = 2;
    private static final int LINES_FOR_SIGNATURE = 3;

    private final Creditor creditor;
    private final Debtor debtor;
    private final Commitment plan;
    private final Optional<CommitmentTerms> terms;
    private final Labels labels;

    Acknowledgement(Creditor creditor, Debtor debtor, Commitment plan, Optional<CommitmentTerms> terms, Labels labels) {
        this.creditor = creditor;
        this.debtor = debtor;
        this.plan = plan;
        this.terms = terms;
        this.labels = labels;
    }

    /**
     * @param known open items, for the numbers of the invoices that are still open
     * @param agreed the items of the plan on the day it was agreed on, with what the law gave title to until then
     * @param law what the creditor's law wants said
     */
    Report report(List<OpenItem> known, CaseFile agreed, List<String> law, LocalDate today) {
        Money owed = terms.map(CommitmentTerms::covered).orElse(plan.openWhenMade());
        List<Part> parts = new ArrayList<>();
        parts.add(Part.paragraph(labels.text(
                "acknowledgement.owes",
                debtor.name(),
                creditor.name(),
                labels.money(owed),
                labels.date(plan.madeOn()))));
        if (!plan.items().isEmpty()) {
            parts.add(Part.paragraph(labels.text("acknowledgement.invoices", invoices(known))));
        }
        parts.addAll(accrued(owed, agreed));
        parts.add(Part.paragraph(terms.flatMap(CommitmentTerms::yearlyPercent)
                .map(percent -> labels.text("acknowledgement.interest", labels.percent(percent)))
                .orElse(labels.text("acknowledgement.no-interest"))));
        parts.add(Part.heading(labels.text("acknowledgement.dates")));
        parts.add(Part.table(schedule()));
        parts.add(Part.paragraph(labels.text("acknowledgement.acceleration")));
        law.forEach(paragraph -> parts.add(Part.paragraph(paragraph)));
        parts.add(new Part.ByHand(labels.text("acknowledgement.amount"), LINES_FOR_AMOUNT));
        parts.add(new Part.ByHand(labels.text("acknowledgement.signature"), LINES_FOR_SIGNATURE));
        return new Report(
                labels.language(),
                today,
                labels.text("acknowledgement.title"),
                creditor.name(),
                facts(),
                parts,
                labels.text("page"));
    }

    /** The typed parts on the day of the agreement: the instalments pay the principal, what accrued is waived or kept. */
    private List<Part> accrued(Money owed, CaseFile agreed) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.heading(labels.text("acknowledgement.parts")));
        Optional<CurrencyClaim> claim = agreed.claims().stream()
                .filter(one -> one.currency().equals(owed.currency()))
                .findFirst();
        Money interest = claim.map(CurrencyClaim::interest).orElse(Money.zero(owed.currency()));
        Money indemnity = claim.map(CurrencyClaim::indemnity).orElse(Money.zero(owed.currency()));
        List<Entry> sums = new ArrayList<>();
        sums.add(new Entry(labels.text("acknowledgement.principal"), labels.money(owed)));
        sums.add(new Entry(labels.text("acknowledgement.accrued", labels.date(plan.madeOn())), labels.money(interest)));
        sums.add(new Entry(labels.text("claim.indemnity"), labels.money(indemnity)));
        Money total = owed.plus(interest).plus(indemnity);
        parts.add(new Part.Figures(new Statement(
                Optional.empty(),
                sums,
                Optional.of(new Entry(labels.text("claim.total"), labels.money(total))),
                Optional.empty())));
        claim.filter(one -> !one.lines().isEmpty()).ifPresent(one -> parts.add(new ClaimParts(agreed).segments(one)));
        String waived = waived(agreed);
        if (!waived.isEmpty()) {
            parts.add(Part.paragraph(labels.text("acknowledgement.waived", waived)));
        }
        if (!total.equals(owed)) {
            parts.add(Part.paragraph(labels.text("acknowledgement.kept")));
        } else if (waived.isEmpty()) {
            parts.add(Part.paragraph(labels.text("acknowledgement.nothing")));
        }
        return parts;
    }

    private String waived(CaseFile agreed) {
        List<String> waived = new ArrayList<>();
        for (Goodwill goodwill : agreed.view().history().goodwill()) {
            boolean concerns = goodwill.item().isEmpty()
                    || plan.items().isEmpty()
                    || plan.items().contains(goodwill.item().get());
            if (goodwill.state() == Goodwill.State.GRANTED && !goodwill.kind().hasAmount() && concerns) {
                String what = labels.text(
                        switch (goodwill.kind()) {
                            case WAIVE_INTEREST -> "claim.interest";
                            case WAIVE_INDEMNITY -> "claim.indemnity";
                            default -> "acknowledgement.late-fee";
                        });
                waived.add(goodwill.item()
                        .map(item -> labels.text(
                                "acknowledgement.of-invoice",
                                what,
                                number(item, agreed.view().items())))
                        .orElse(what));
            }
        }
        return String.join(", ", waived.stream().distinct().toList());
    }

    private List<Entry> facts() {
        List<Entry> facts = new ArrayList<>();
        facts.add(new Entry(labels.text("dossier.creditor"), PartyLines.of(creditor)));
        creditor.legalMentions().forEach(mention -> facts.add(new Entry("", mention)));
        facts.add(new Entry(labels.text("dossier.debtor"), PartyLines.of(debtor)));
        debtor.legalId().ifPresent(id -> facts.add(new Entry(labels.text("dossier.register"), id)));
        facts.add(new Entry(labels.text("dossier.reference"), debtor.id().value() + " / " + plan.id()));
        return facts;
    }

    private String invoices(List<OpenItem> known) {
        return String.join(
                ", ",
                plan.items().stream().sorted().map(item -> number(item, known)).toList());
    }

    private static String number(ItemKey item, List<OpenItem> known) {
        return known.stream()
                .filter(open -> open.key().equals(item))
                .map(OpenItem::number)
                .findFirst()
                .orElse(item.invoice().value());
    }

    private Table schedule() {
        List<Row> rows = new ArrayList<>();
        Money sum = Money.zero(plan.openWhenMade().currency());
        for (Instalment instalment : plan.instalments()) {
            sum = sum.plus(instalment.amount());
            rows.add(new Row(
                    List.of(
                            Integer.toString(rows.size() + 1),
                            labels.date(instalment.on()),
                            labels.money(instalment.amount())),
                    false));
        }
        rows.add(new Row(List.of(labels.text("acknowledgement.sum"), "", labels.money(sum)), false));
        return new Table(
                List.of(
                        new Column(labels.text("acknowledgement.instalment"), false),
                        new Column(labels.text("acknowledgement.on"), false),
                        new Column(labels.text("statement.amount"), true)),
                rows,
                List.of());
    }
}
