package org.quittance.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.quittance.api.model.Creditor;
import org.quittance.cli.ExitCode;
import org.quittance.service.casework.AgeingService;
import org.quittance.service.casework.AgeingService.CurrencyAgeing;
import org.quittance.service.casework.ImportService;
import org.quittance.service.casework.ImportService.ImportListener;
import org.quittance.service.casework.ImportService.ImportRequest;
import org.quittance.service.casework.ImportService.ImportSummary;
import org.quittance.service.casework.ImportService.Rejection;
import org.quittance.service.casework.RunSummary;
import org.quittance.service.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A small fictitious firm's unpaid invoices, from the files it has to the letters that go out. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer>, Attachment.Apart {

    private static final String DEFAULT_FOLDER = "quittance-demo";

    private final Environment environment;

    @Mixin
    private CommonOptions common;

    DemoCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = common.workspaceOr(DEFAULT_FOLDER);
        if (DemoCompany.isOccupied(folder)) {
            throw new CommandFailure(
                    ExitCode.USAGE, new Texts(environment.locale()).text("demo.occupied", folder.toString()));
        }
        LocalDate today = DemoCompany.TODAY;
        try (Workspace workspace = environment.workspaces().open(folder, Optional.of(today))) {
            DemoCompany.configure(workspace.directory());
        }
        try (Workspace workspace = environment.workspaces().open(folder, Optional.empty())) {
            return show(new Session(environment, common, workspace), today);
        }
    }

    private static int show(Session session, LocalDate today) throws Exception {
        Creditor creditor = session.creditor();
        List<Imported> imported = importEverything(session, creditor);
        if (!session.json()) {
            print(session, creditor, imported);
        }
        try (RunReport report = RunReport.begin(session, false)) {
            RunSummary summary = RunCommand.prepareAndSend(
                    session, report, Optional.of(today), false, Optional.empty(), RunCommand.Approval.EVERYTHING);
            List<CurrencyAgeing> ageing = session.service(AgeingService.class).ageing(creditor.id(), today);
            if (session.json()) {
                writeJson(session, today, imported, report, summary, ageing);
            } else {
                report.end(summary);
                session.print("");
                AgeingCommand.print(session, today, ageing);
                session.print("");
                session.print(session.texts()
                        .text(
                                "demo.end",
                                session.workspace().outbox().toString(),
                                session.workspace().directory().getFileName().toString()));
            }
        }
        return ExitCode.DONE;
    }

    private static void print(Session session, Creditor creditor, List<Imported> imported) {
        session.print(session.texts()
                .text("demo.title", creditor.name(), creditor.address().town()));
        for (Imported one : imported) {
            session.print("  " + one.file() + ": " + ImportCommand.counts(session.texts(), one.summary()));
            one.rejections()
                    .forEach(rejection -> session.print("    " + ImportCommand.line(session.texts(), rejection)));
            one.warnings().forEach(warning -> session.print("    " + ImportCommand.line(session.texts(), warning)));
        }
        session.print("");
    }

    private static void writeJson(
            Session session,
            LocalDate today,
            List<Imported> imported,
            RunReport report,
            RunSummary summary,
            List<CurrencyAgeing> ageing)
            throws IOException {
        try (JsonOutput json = session.jsonOutput()) {
            json.date("asOf", today);
            json.array("imported", () -> {
                for (Imported one : imported) {
                    json.element(() -> {
                        json.text("file", one.file());
                        ImportCommand.write(session.texts(), json, one.summary(), one.rejections(), one.warnings());
                    });
                }
            });
            json.object("run", () -> report.write(json, summary));
            json.object("ageing", () -> AgeingCommand.write(json, today, ageing));
            json.text("output", session.workspace().outbox().toString());
        }
    }

    /** One demo file and what came of it. */
    private record Imported(String file, ImportSummary summary, List<Rejection> rejections, List<Rejection> warnings) {}

    private static List<Imported> importEverything(Session session, Creditor creditor) throws Exception {
        ImportService imports = session.service(ImportService.class);
        Path input = Files.createDirectories(session.workspace().directory().resolve("input"));
        List<Imported> imported = new ArrayList<>();
        for (DemoCompany.Source source : DemoCompany.extract(input)) {
            List<Rejection> rejections = new ArrayList<>();
            List<Rejection> warnings = new ArrayList<>();
            ImportListener listener = new ImportListener() {
                @Override
                public void rejected(Rejection rejection) {
                    rejections.add(rejection);
                }

                @Override
                public void warned(Rejection warning) {
                    warnings.add(warning);
                }
            };
            ImportRequest request =
                    new ImportRequest(List.of(source.file()), Optional.of("csv"), Optional.of(source.mapping()), false);
            ImportSummary summary = imports.importFiles(creditor.id(), request, session.actor(), listener);
            imported.add(new Imported(source.file().getFileName().toString(), summary, rejections, warnings));
        }
        return imported;
    }
}
