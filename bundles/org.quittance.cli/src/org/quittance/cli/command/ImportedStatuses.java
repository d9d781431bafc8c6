package org.quittance.cli.command;

import java.io.IOException;
import java.util.List;
import org.quittance.api.importer.LifecycleStatus;
import org.quittance.service.casework.ImportService.ImportedStatus;

/** The statuses of e-invoices that an import brought, for people and for programs. */
final class ImportedStatuses {

    /** Begins the reason of what a status left in a case: a contact, a hold. */
    static final String CODE = "status-";

    private static final int LISTED_MAX = 50;

    private ImportedStatuses() {}

    static void write(JsonOutput json, List<ImportedStatus> statuses) throws IOException {
        json.array("statuses", () -> {
            for (ImportedStatus one : statuses) {
                json.element(() -> {
                    json.text("file", one.file());
                    json.text("invoice", one.status().invoiceNumber());
                    json.text("debtor", one.debtor().value());
                    json.text("code", one.status().code());
                    json.text("label", one.status().label());
                    json.date("on", one.status().at().toLocalDate());
                    json.text("issuer", one.status().issuer());
                    json.flag("new", one.isNew());
                    json.array("reasons", () -> {
                        for (LifecycleStatus.Reason reason : one.status().reasons()) {
                            json.element(() -> {
                                json.text("code", reason.code());
                                json.text("text", reason.text());
                            });
                        }
                    });
                });
            }
        });
    }

    static void print(Session session, List<ImportedStatus> statuses) {
        Texts texts = session.texts();
        statuses.stream().limit(LISTED_MAX).forEach(one -> session.print(line(texts, one)));
        if (statuses.size() > LISTED_MAX) {
            session.print(texts.text("list.more", texts.count(statuses.size() - LISTED_MAX)));
        }
    }

    /** Why a case stands as it does, in words; a status that has none is told by its number. */
    static String reason(Texts texts, String reason) {
        String known = texts.word("debtor-reason", reason);
        return known.equals(reason) && reason.startsWith(CODE)
                ? texts.text("import.status.unnamed", reason.substring(CODE.length()))
                : known;
    }

    private static String line(Texts texts, ImportedStatus one) {
        LifecycleStatus status = one.status();
        String code = CODE + status.code();
        String known = texts.word("debtor-reason", code);
        return texts.text(
                one.isNew() ? "import.status" : "import.status.known",
                status.invoiceNumber(),
                texts.date(status.at().toLocalDate()),
                known.equals(code) ? texts.text("import.status.unknown", status.code(), status.label()) : known);
    }
}
