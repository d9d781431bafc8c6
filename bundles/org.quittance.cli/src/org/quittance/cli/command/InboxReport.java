package org.quittance.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToLongFunction;
import org.quittance.api.text.Sentence;
import org.quittance.cli.ExitCode;
import org.quittance.service.casework.HeardImport;
import org.quittance.service.casework.ImportService.ImportSummary;
import org.quittance.service.casework.ImportService.ImportedDocument;
import org.quittance.service.casework.ImportService.Rejection;
import org.quittance.service.casework.InboxService;
import org.quittance.service.casework.InboxService.InboxFile;
import org.quittance.service.casework.InboxService.Outcome;
import org.quittance.service.casework.InboxWatch;
import org.quittance.service.matching.MatchingService.MatchSummary;

/** One pass through the inbox, for people and for programs. */
final class InboxReport {

    private InboxReport() {}

    static int pass(Session session) throws Exception {
        InboxService service = session.service(InboxService.class);
        HeardImport heard = new HeardImport();
        List<InboxFile> files = service.pass(session.creditor().id(), session.actor(), heard);
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                write(session.texts(), json, files, heard);
            }
        } else {
            print(session, service, files, heard);
            if (!files.isEmpty()) {
                ImportCommand.hintAtDraft(session);
            }
        }
        boolean refused =
                files.stream().anyMatch(file -> file.outcome() == Outcome.REFUSED || file.outcome() == Outcome.PARTLY);
        return refused ? ExitCode.PARTLY : ExitCode.DONE;
    }

    /** Until the thread is interrupted, or the process ends: what is not moved yet is read again by the next pass. */
    static int watch(Session session) throws Exception {
        InboxService inbox = session.service(InboxService.class);
        InboxWatch watch = session.service(InboxWatch.class);
        session.warn(session.texts().text("inbox.watching", inbox.folder().toString()));
        watch.start(session.creditor().id(), session.actor(), new Told(session, inbox));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watch.stop();
        }
        return ExitCode.DONE;
    }

    /** Prints each pass of a watch when it is over. */
    private static final class Told implements InboxWatch.Listener {

        private final Session session;
        private final InboxService inbox;
        private HeardImport heard = new HeardImport();

        private Told(Session session, InboxService inbox) {
            this.session = session;
            this.inbox = inbox;
        }

        @Override
        public void taken(List<InboxFile> files) {
            print(session, inbox, files, heard);
            heard = new HeardImport();
        }

        @Override
        public void failed(Sentence reason) {
            session.warn(session.texts().text(reason));
        }

        @Override
        public void rejected(Rejection rejection) {
            heard.rejected(rejection);
        }

        @Override
        public void warned(Rejection warning) {
            heard.warned(warning);
        }

        @Override
        public void document(ImportedDocument document) {
            heard.document(document);
        }

        @Override
        public void matched(MatchSummary summary) {
            heard.matched(summary);
        }
    }

    private static void write(Texts texts, JsonOutput json, List<InboxFile> files, HeardImport heard)
            throws IOException {
        ImportCommand.write(texts, json, total(files), heard.rejections(), heard.warnings());
        json.array("files", () -> {
            for (InboxFile file : files) {
                json.element(() -> {
                    json.text("file", file.name());
                    json.text("outcome", file.outcome().name());
                    json.text("now", file.now().toString());
                    json.text("reason", file.reason().map(texts::text));
                });
            }
        });
        ImportedDocuments.write(json, heard.documents());
        if (heard.matched().isPresent()) {
            json.object("matched", () -> MatchRows.write(json, heard.matched().get()));
        }
    }

    private static void print(Session session, InboxService service, List<InboxFile> files, HeardImport heard) {
        Texts texts = session.texts();
        if (files.isEmpty()) {
            session.print(texts.text("inbox.empty", service.folder().toString()));
            return;
        }
        for (InboxFile file : files) {
            session.print(texts.text(
                    "inbox.file",
                    file.name(),
                    texts.word("inbox", file.outcome().name()),
                    file.reason()
                            .map(texts::text)
                            .or(() -> file.summary().map(summary -> ImportCommand.counts(texts, summary)))
                            .orElse("")));
        }
        if (!heard.rejections().isEmpty()) {
            session.print(
                    texts.text("import.rejected", texts.count(heard.rejections().size())));
            ImportCommand.list(session, heard.rejections());
        }
        if (!heard.warnings().isEmpty()) {
            session.print(texts.text("import.warnings"));
            ImportCommand.list(session, heard.warnings());
        }
        heard.matched().ifPresent(summary -> session.print(MatchRows.line(texts, summary)));
    }

    private static ImportSummary total(List<InboxFile> files) {
        List<ImportSummary> all =
                files.stream().flatMap(file -> file.summary().stream()).toList();
        return new ImportSummary(
                sum(all, ImportSummary::invoices),
                sum(all, ImportSummary::creditNotes),
                sum(all, ImportSummary::payments),
                sum(all, ImportSummary::debtors),
                sum(all, ImportSummary::evidence),
                sum(all, ImportSummary::reminders),
                sum(all, ImportSummary::updated),
                sum(all, ImportSummary::proven),
                sum(all, ImportSummary::unchanged),
                sum(all, ImportSummary::rejected));
    }

    private static long sum(List<ImportSummary> all, ToLongFunction<ImportSummary> part) {
        return all.stream().mapToLong(part).sum();
    }
}
