package org.quittance.document.dossier;

import java.util.ArrayList;
import java.util.List;
import org.quittance.api.document.DocumentFile;
import org.quittance.document.letter.Entry;
import org.quittance.document.letter.Table;
import org.quittance.document.letter.Table.Column;
import org.quittance.document.letter.Table.Row;
import org.quittance.document.report.Part;
import org.quittance.document.report.Report;

/** The pages of a dossier that come before its exhibits. Pure. */
final class DossierReport {

    private final CaseFile file;
    private final List<Evidence> evidence;
    private final Labels labels;

    DossierReport(CaseFile file, List<Evidence> evidence) {
        this.file = file;
        this.evidence = evidence;
        this.labels = file.labels();
    }

    /**
     * @param ownPages how many pages this report has, so that the table of exhibits can say where each begins
     */
    Report report(int ownPages) {
        List<Part> parts = new ArrayList<>();
        cover(parts);
        parts.add(new Part.NewPage());
        parts.add(Part.heading(labels.text("exhibits.title")));
        parts.add(Part.table(table(ownPages)));
        parts.add(new Part.NewPage());
        parts.add(Part.heading(labels.text("claim.title", labels.date(file.asOf()))));
        ClaimParts claims = new ClaimParts(file);
        file.claims().forEach(claim -> parts.addAll(claims.of(claim)));
        if (file.claims().isEmpty()) {
            parts.add(Part.paragraph(labels.text("claim.none")));
        }
        parts.add(new Part.NewPage());
        parts.add(Part.heading(labels.text("chronology.title")));
        parts.addAll(Chronology.of(file));
        parts.add(Part.heading(labels.text("exhibits.hashes")));
        originals(evidence).forEach(original -> parts.add(Part.pair(original.fileName(), original.sha256())));
        return new Report(
                labels.language(),
                file.asOf(),
                labels.text("dossier.title", file.debtor().name()),
                file.creditor().name(),
                facts(),
                parts,
                labels.text("page"));
    }

    static List<DocumentFile> originals(List<Evidence> evidence) {
        List<DocumentFile> originals = new ArrayList<>();
        for (Evidence one : evidence) {
            one.original().ifPresent(originals::add);
            originals.addAll(one.more());
        }
        return originals;
    }

    private List<Entry> facts() {
        List<Entry> facts = new ArrayList<>();
        facts.add(new Entry(labels.text("dossier.creditor"), PartyLines.of(file.creditor())));
        file.creditor().legalMentions().forEach(mention -> facts.add(new Entry("", mention)));
        facts.add(new Entry(labels.text("dossier.debtor"), PartyLines.of(file.debtor())));
        file.debtor().legalId().ifPresent(id -> facts.add(new Entry(labels.text("dossier.register"), id)));
        facts.add(new Entry(labels.text("dossier.reference"), file.debtor().id().value()));
        facts.add(new Entry(labels.text("dossier.as-of"), labels.date(file.asOf())));
        if (!file.claims().isEmpty()) {
            facts.add(new Entry(labels.text("dossier.total"), file.total()));
        }
        return facts;
    }

    private void cover(List<Part> parts) {
        parts.add(Part.paragraph(labels.text("dossier.about")));
        parts.add(Part.paragraph(labels.text("dossier.originals")));
        parts.add(Part.paragraph(labels.text("dossier.archive")));
        List<String> missing = evidence.stream()
                .filter(Evidence::isMissing)
                .map(one -> Integer.toString(one.number()))
                .toList();
        if (!missing.isEmpty()) {
            parts.add(Part.paragraph(labels.text("dossier.missing", String.join(", ", missing))));
        }
    }

    private Table table(int ownPages) {
        List<Row> rows = new ArrayList<>();
        int next = ownPages + 1;
        for (Evidence one : evidence) {
            String pages = one.isMissing()
                    ? labels.text("exhibits.absent")
                    : one.pages() == 0 ? labels.text("exhibits.file") : Integer.toString(one.pages());
            String from = one.pages() == 0 ? "–" : Integer.toString(next);
            rows.add(new Row(List.of(one.number() + ". " + one.title(), pages, from), false));
            next += one.pages();
        }
        return new Table(
                List.of(
                        new Column(labels.text("exhibits.exhibit"), false),
                        new Column(labels.text("exhibits.pages"), true),
                        new Column(labels.text("exhibits.from"), true)),
                rows,
                List.of());
    }
}
