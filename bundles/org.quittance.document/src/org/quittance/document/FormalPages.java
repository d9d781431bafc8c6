package org.quittance.document;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.document.DocumentException;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.document.FormalDocument;
import org.quittance.api.document.FormalDocumentRenderer;
import org.quittance.api.text.Sentence;
import org.quittance.document.letter.Entry;
import org.quittance.document.letter.Table;
import org.quittance.document.letter.Table.Column;
import org.quittance.document.letter.Table.Row;
import org.quittance.document.pdf.ReportForm;
import org.quittance.document.report.Part;
import org.quittance.document.report.Report;

/** Sets formal documents like reports, in the languages that letters have. Loads fonts with the first one. */
@Component
public final class FormalPages implements FormalDocumentRenderer {

    private final WhenNeeded<ReportForm> pdf = new WhenNeeded<>(ReportForm::embeddingFonts);

    @Activate
    public FormalPages() {}

    @Override
    public DocumentFile render(FormalDocument document) throws DocumentException {
        return DocumentFile.of(document.fileName(), "application/pdf", pdf.get().of(report(document)));
    }

    private static Report report(FormalDocument document) throws DocumentException {
        return new Report(
                document.language(),
                document.date(),
                document.title(),
                document.issuer(),
                document.facts().stream()
                        .map(fact -> new Entry(fact.label(), fact.value()))
                        .toList(),
                document.parts().stream().map(FormalPages::part).toList(),
                pageLabel(document));
    }

    private static String pageLabel(FormalDocument document) throws DocumentException {
        String language = document.language().getLanguage();
        return Templates.LANGUAGES.stream()
                .filter(known -> known.getLanguage().equals(language))
                .findFirst()
                .map(known -> Words.in(known).text("page"))
                .orElseThrow(() -> new DocumentException(Sentence.of(FormalPages.class, "language.none", language)));
    }

    private static Part part(FormalDocument.Part part) {
        if (part instanceof FormalDocument.Paragraph paragraph) {
            return Part.paragraph(paragraph.text());
        } else if (part instanceof FormalDocument.Heading heading) {
            return Part.heading(heading.text());
        }
        return table((FormalDocument.Table) part);
    }

    private static Part table(FormalDocument.Table table) {
        List<Column> columns = new ArrayList<>();
        table.headings().forEach(heading -> columns.add(new Column(heading, !columns.isEmpty())));
        List<Row> rows = table.rows().stream().map(row -> new Row(row, false)).toList();
        return Part.table(new Table(columns, rows, List.of()));
    }
}
