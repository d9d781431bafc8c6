package org.quittance.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.model.Creditor;
import org.quittance.cli.ExitCode;
import org.quittance.service.casework.ImportService;
import org.quittance.service.casework.ImportService.ImportListener;
import org.quittance.service.casework.ImportService.ImportRequest;
import org.quittance.service.casework.ImportService.ImportSummary;
import org.quittance.service.casework.ImportService.ImportedDocument;
import org.quittance.service.casework.ImportService.ImportedStatus;
import org.quittance.service.casework.ImportService.Rejection;
import org.quittance.service.matching.MatchingService.MatchSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings files into the embedded ledger. */
@Command(name = "import")
final class ImportCommand extends SimulatedCommand {

    private static final int LISTED_MAX = 50;

    @Parameters(paramLabel = "FILE", arity = "0..*", descriptionKey = "import.files")
    private List<Path> files = List.of();

    @Option(names = "--format", paramLabel = "F", descriptionKey = "import.format")
    private String format;

    @Option(names = "--mapping", paramLabel = "FILE", descriptionKey = "import.mapping")
    private Path mapping;

    @Option(names = "--dry-run", descriptionKey = "import.dry-run")
    private boolean dryRun;

    @Option(names = "--inbox", descriptionKey = "import.inbox")
    private boolean inbox;

    @Option(names = "--watch", descriptionKey = "import.watch")
    private boolean watch;

    @Option(names = "--propose-mapping", descriptionKey = "import.propose-mapping")
    private boolean proposeMapping;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "import.out")
    private Path out;

    ImportCommand(Environment environment) {
        super(environment);
    }

    @Override
    void refuseContradictions(Texts texts) throws CommandFailure {
        if (inbox && (!files.isEmpty() || format != null || mapping != null || dryRun)) {
            throw new CommandFailure(ExitCode.USAGE, texts.text("import.inbox-alone"));
        }
        if (watch && !inbox) {
            throw new CommandFailure(ExitCode.USAGE, texts.text("import.watch-inbox"));
        }
        boolean proposesOne = files.size() == 1 && !inbox && format == null && mapping == null;
        if (proposeMapping && !proposesOne || !proposeMapping && out != null) {
            throw new CommandFailure(ExitCode.USAGE, texts.text("propose.alone"));
        }
        if (!inbox && files.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, texts.text("import.no-files"));
        }
    }

    /** Where everything begins. */
    @Override
    Absent whenAbsent() {
        return proposeMapping ? Absent.SCRATCH : Absent.CREATED;
    }

    @Override
    boolean keepsNew() {
        return !dryRun && !proposeMapping;
    }

    @Override
    int execute(Session session) throws Exception {
        if (watch && session.json()) {
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("import.watch-inbox"));
        }
        if (watch) {
            return InboxReport.watch(session);
        }
        if (inbox) {
            return InboxReport.pass(session);
        }
        if (proposeMapping) {
            return MappingProposal.propose(session, files.get(0), Optional.ofNullable(out));
        }
        ImportRequest request =
                new ImportRequest(files, Optional.ofNullable(format), Optional.ofNullable(mapping), dryRun);
        return importFiles(session, request);
    }

    static int importFiles(Session session, ImportRequest request) throws Exception {
        Rejections rejections = new Rejections(session.progress("progress.records"), session.json());
        ImportSummary summary = session.service(ImportService.class)
                .importFiles(session.creditor().id(), request, session.actor(), rejections);
        rejections.progress.end();
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                write(session.texts(), json, summary, rejections.list, rejections.warnings);
                ImportedDocuments.write(json, rejections.documents);
                ImportedStatuses.write(json, rejections.statuses);
                writeEntries(json, rejections);
            }
        } else {
            print(session, request, summary, rejections.list, rejections.warnings);
            ImportedDocuments.print(session, rejections.documents);
            ImportedStatuses.print(session, rejections.statuses);
            printEntries(session, rejections);
            hintAtEvidence(session, summary);
            hintAtDraft(session);
        }
        return summary.rejected() == 0 ? ExitCode.DONE : ExitCode.PARTLY;
    }

    static void write(
            Texts texts, JsonOutput json, ImportSummary summary, List<Rejection> rejections, List<Rejection> warnings)
            throws IOException {
        json.number("invoices", summary.invoices());
        json.number("payments", summary.payments());
        json.number("creditNotes", summary.creditNotes());
        json.number("debtors", summary.debtors());
        json.number("evidence", summary.evidence());
        json.number("reminders", summary.reminders());
        json.number("updated", summary.updated());
        json.number("unchanged", summary.unchanged());
        json.array("rejected", () -> write(texts, json, rejections));
        json.array("warnings", () -> write(texts, json, warnings));
    }

    static void write(Texts texts, JsonOutput json, List<Rejection> records) throws IOException {
        for (Rejection record : records) {
            json.element(() -> {
                json.text("file", record.file());
                json.number("line", record.line());
                json.text("field", record.field());
                json.text("reason", texts.text(record.sentence()));
                json.text("code", record.sentence().code());
            });
        }
    }

    private static void print(
            Session session,
            ImportRequest request,
            ImportSummary summary,
            List<Rejection> rejections,
            List<Rejection> warnings) {
        Texts texts = session.texts();
        session.print(texts.text(request.dryRun() ? "import.would" : "import.done", counts(texts, summary)));
        if (summary.rejected() > 0) {
            session.print(texts.text("import.rejected", texts.count(summary.rejected())));
            list(session, rejections);
        }
        if (!warnings.isEmpty()) {
            session.print(texts.text("import.warnings"));
            list(session, warnings);
        }
    }

    private static void writeEntries(JsonOutput json, Rejections heard) throws IOException {
        json.array("entries", () -> {
            for (StatementEntry entry : heard.entries) {
                json.element(() -> MatchRows.write(json, entry));
            }
        });
        if (heard.matched.isPresent()) {
            json.object("matched", () -> MatchRows.write(json, heard.matched.get()));
        }
    }

    private static void printEntries(Session session, Rejections heard) {
        if (heard.entryCount > 0) {
            session.print(session.texts().text("import.entries", session.texts().count(heard.entryCount)));
        }
        heard.matched.ifPresent(summary -> session.print(MatchRows.line(session.texts(), summary)));
    }

    /** Nobody is reminded of what nobody shows to have been sent, which surprises whoever runs for the first time. */
    private static void hintAtEvidence(Session session, ImportSummary summary) {
        if (summary.invoices() > 0 && summary.proven() == 0 && summary.evidence() == 0) {
            session.warn(session.texts().text("import.no-evidence"));
        }
    }

    /** Whoever begins with files has a firm to describe before anything can leave. */
    static void hintAtDraft(Session session) throws Exception {
        Creditor creditor = session.creditor();
        if (creditor.isDraft() && !session.workspace().isSimulated()) {
            Path file = session.workspace().directory().resolve("etc/creditors/" + creditor.id() + ".json");
            session.warn(session.texts().text("import.draft", file.toString()));
        }
    }

    static void list(Session session, List<Rejection> records) {
        records.stream().limit(LISTED_MAX).forEach(record -> session.print("  " + line(session.texts(), record)));
        if (records.size() > LISTED_MAX) {
            Texts texts = session.texts();
            session.print(texts.text("list.more", texts.count(records.size() - LISTED_MAX)));
        }
    }

    /** What there was of each kind, in words; kinds without any are left out. */
    static String counts(Texts texts, ImportSummary summary) {
        List<String> parts = new ArrayList<>();
        part(parts, texts, "import.invoices", summary.invoices());
        part(parts, texts, "import.credit-notes", summary.creditNotes());
        part(parts, texts, "import.payments", summary.payments());
        part(parts, texts, "import.debtors", summary.debtors());
        part(parts, texts, "import.evidence", summary.evidence());
        part(parts, texts, "import.reminders", summary.reminders());
        if (summary.updated() > 0) {
            parts.set(parts.size() - 1, texts.text("import.updated", parts.get(parts.size() - 1), summary.updated()));
        }
        part(parts, texts, "import.unchanged", summary.unchanged());
        return parts.isEmpty() ? texts.text("import.nothing") : String.join(", ", parts);
    }

    private static void part(List<String> parts, Texts texts, String key, long count) {
        if (count > 0) {
            parts.add(texts.text(key, count));
        }
    }

    static String line(Texts texts, Rejection rejection) {
        String place = rejection.line() > 0 ? ":" + rejection.line() : "";
        String reason = texts.text(rejection.sentence());
        String told = rejection.field().isEmpty() ? reason : texts.text("import.place", rejection.field(), reason);
        return rejection.file().isEmpty() ? told : texts.text("import.place", rejection.file() + place, told);
    }

    /** Keeps what was refused; the service bounds how many it reports. */
    private static final class Rejections implements ImportListener {

        private final Progress progress;
        private final List<Rejection> list = new ArrayList<>();
        private final List<Rejection> warnings = new ArrayList<>();
        private final List<ImportedDocument> documents = new ArrayList<>();
        private final List<ImportedStatus> statuses = new ArrayList<>();

        private final boolean keepsEntries;
        private final List<StatementEntry> entries = new ArrayList<>();
        private long entryCount;
        private Optional<MatchSummary> matched = Optional.empty();

        private Rejections(Progress progress, boolean keepsEntries) {
            this.progress = progress;
            this.keepsEntries = keepsEntries;
        }

        @Override
        public void entry(StatementEntry entry) {
            entryCount++;
            if (keepsEntries) {
                entries.add(entry);
            }
        }

        @Override
        public void matched(MatchSummary summary) {
            matched = Optional.of(summary);
        }

        @Override
        public void rejected(Rejection rejection) {
            list.add(rejection);
        }

        @Override
        public void warned(Rejection warning) {
            warnings.add(warning);
        }

        @Override
        public void document(ImportedDocument document) {
            documents.add(document);
        }

        @Override
        public void status(ImportedStatus status) {
            statuses.add(status);
        }

        @Override
        public void progress(long records) {
            progress.done(records);
        }
    }
}
