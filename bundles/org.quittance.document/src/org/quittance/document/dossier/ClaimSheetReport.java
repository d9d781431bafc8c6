package org.quittance.document.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.ledger.ClaimStatement;
import org.quittance.document.letter.Entry;
import org.quittance.document.letter.Statement;
import org.quittance.document.letter.Table;
import org.quittance.document.letter.Table.Column;
import org.quittance.document.letter.Table.Row;
import org.quittance.document.report.Part;
import org.quittance.document.report.Report;
import org.quittance.service.claim.ItemClaim;

/** A numbered statement of a claim, which refers to those before it. Pure. */
final class ClaimSheetReport {

    private final CaseFile file;
    private final Labels labels;
    private final int number;
    private final List<ClaimStatement> earlier;

    ClaimSheetReport(CaseFile file, int number, List<ClaimStatement> earlier) {
        this.file = file;
        this.labels = file.labels();
        this.number = number;
        this.earlier = earlier;
    }

    Report report(List<ItemClaim> items) {
        List<Part> parts = new ArrayList<>();
        if (!earlier.isEmpty()) {
            ClaimStatement last = earlier.get(earlier.size() - 1);
            parts.add(Part.paragraph(labels.text("sheet.earlier", last.number(), labels.date(last.on()))));
        }
        file.claims().forEach(claim -> parts.addAll(new ClaimParts(file).of(claim)));
        corrections(items, parts);
        return new Report(
                labels.language(),
                file.asOf(),
                labels.text("sheet.title", number, labels.date(file.asOf())),
                file.creditor().name(),
                facts(),
                parts,
                labels.text("page"));
    }

    private List<Entry> facts() {
        List<Entry> facts = new ArrayList<>();
        facts.add(new Entry(labels.text("dossier.creditor"), PartyLines.of(file.creditor())));
        file.creditor().legalMentions().forEach(mention -> facts.add(new Entry("", mention)));
        facts.add(new Entry(labels.text("dossier.debtor"), PartyLines.of(file.debtor())));
        facts.add(new Entry(labels.text("dossier.reference"), file.debtor().id().value()));
        facts.add(new Entry(labels.text("dossier.total"), file.total()));
        return facts;
    }

    /** Money that was booked late, with an earlier value date, changes what was claimed for days before. */
    private void corrections(List<ItemClaim> items, List<Part> parts) {
        List<Row> rows = new ArrayList<>();
        for (ItemClaim claimed : items) {
            claimed.earlier()
                    .filter(before -> !before.correction().isZero())
                    .ifPresent(before -> rows.add(new Row(
                            List.of(
                                    ClaimParts.number(claimed.item(), file, labels),
                                    before.number() > 0
                                            ? labels.text("sheet.statement", before.number())
                                            : labels.text("sheet.message"),
                                    labels.date(before.on()),
                                    labels.date(before.until()),
                                    labels.money(before.interest()),
                                    labels.money(before.correction())),
                            false)));
        }
        if (rows.isEmpty()) {
            return;
        }
        parts.add(Part.heading(labels.text("sheet.corrections")));
        List<Column> columns = List.of(
                new Column(labels.text("claim.invoice"), false),
                new Column(labels.text("sheet.reference"), false),
                new Column(labels.text("statement.on"), false),
                new Column(labels.text("claim.to"), false),
                new Column(labels.text("claim.interest"), true),
                new Column(labels.text("sheet.correction"), true));
        parts.add(new Part.Figures(new Statement(
                Optional.of(new Table(columns, rows, List.of(labels.text("sheet.why")))),
                List.of(),
                Optional.empty(),
                Optional.empty())));
    }
}
