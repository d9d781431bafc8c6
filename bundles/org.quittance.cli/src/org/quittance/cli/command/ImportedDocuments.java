package org.quittance.cli.command;

import java.io.IOException;
import java.util.List;
import org.quittance.api.model.DebtorId;
import org.quittance.service.casework.ImportService.ImportedDocument;

/** The invoice documents of an import, for people and for programs. */
final class ImportedDocuments {

    private static final int LISTED_MAX = 50;

    private ImportedDocuments() {}

    static void write(JsonOutput json, List<ImportedDocument> documents) throws IOException {
        json.array("documents", () -> {
            for (ImportedDocument document : documents) {
                json.element(() -> {
                    json.text("file", document.file());
                    json.text("kind", document.kind().name());
                    json.text("number", document.number());
                    json.date("issueDate", document.issueDate());
                    json.date("dueDate", document.dueDate());
                    json.text("currency", document.total().currency().getCurrencyCode());
                    json.amount("total", document.total());
                    json.amount("amountDue", document.amountDue());
                    json.text("debtor", document.debtor().map(DebtorId::value));
                });
            }
        });
    }

    static void print(Session session, List<ImportedDocument> documents) {
        Texts texts = session.texts();
        documents.stream().limit(LISTED_MAX).forEach(document -> session.print(line(texts, document)));
        if (documents.size() > LISTED_MAX) {
            session.print(texts.text("list.more", texts.count(documents.size() - LISTED_MAX)));
        }
    }

    private static String line(Texts texts, ImportedDocument document) {
        return texts.text(
                "import.document",
                texts.word("document", document.kind().name()),
                document.number(),
                texts.date(document.issueDate()),
                document.dueDate()
                        .map(day -> texts.text("import.document.due", texts.date(day)))
                        .orElse(""),
                texts.amount(document.amountDue()),
                document.debtor().map(DebtorId::value).orElse(texts.text("import.document.refused")));
    }
}
