package org.quittance.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.quittance.cli.ExitCode;
import org.quittance.service.bench.BenchService;
import org.quittance.service.bench.BenchService.BenchListener;
import org.quittance.service.bench.BenchService.BenchReport;
import org.quittance.service.bench.BenchService.Phase;
import org.quittance.service.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the suite on a ledger made for it, in a workspace of its own that is deleted afterwards. */
@Command(name = "bench")
final class BenchCommand implements Callable<Integer>, Attachment.Apart {

    /** The fixed day the made ledger is decided on. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final Environment environment;

    @Mixin
    private CommonOptions common;

    @Option(names = "--invoices", paramLabel = "N", required = true, descriptionKey = "bench.invoices")
    private int invoices;

    BenchCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        if (invoices < 100) {
            throw new CommandFailure(ExitCode.USAGE, new Texts(environment.locale()).text("bench.too-few"));
        }
        Path parent = common.givenWorkspace().orElse(Path.of("")).toAbsolutePath();
        try (ScratchFolder folder = ScratchFolder.in(parent)) {
            measure(folder.path());
        }
        return ExitCode.DONE;
    }

    private void measure(Path folder) throws Exception {
        Path scratch = Files.createDirectory(folder.resolve("input"));
        Path data = folder.resolve("workspace");
        try (Workspace workspace = environment.workspaces().open(data, Optional.of(TODAY))) {
            Session session = new Session(environment, common, workspace);
            BenchReport report =
                    session.service(BenchService.class).run(invoices, scratch, session.actor(), new Phases(session));
            if (session.json()) {
                try (JsonOutput json = session.jsonOutput()) {
                    write(json, report);
                }
            } else {
                session.print(session.texts().text("bench.heap", session.texts().count(report.peakHeapMiB())));
            }
        }
    }

    private static void write(JsonOutput json, BenchReport report) throws IOException {
        json.array("phases", () -> {
            for (Phase phase : report.phases()) {
                json.element(() -> {
                    json.text("name", phase.name());
                    json.generator().writeNumberField("seconds", phase.seconds());
                    json.number("items", phase.items());
                    json.number("perSecond", perSecond(phase));
                });
            }
        });
        json.number("peakHeapMiB", report.peakHeapMiB());
    }

    private static long perSecond(Phase phase) {
        return phase.seconds().signum() == 0
                ? 0
                : java.math.BigDecimal.valueOf(phase.items())
                        .divide(phase.seconds(), java.math.RoundingMode.HALF_UP)
                        .longValue();
    }

    private record Phases(Session session) implements BenchListener {

        @Override
        public void begun(String phase) {
            if (session.json()) {
                session.warn(session.texts().text("bench.begun", phase));
            }
        }

        @Override
        public void ended(Phase phase) {
            if (!session.json()) {
                Texts texts = session.texts();
                session.print(texts.text(
                        "bench.phase",
                        String.format("%-20s", phase.name()),
                        phase.seconds().toPlainString(),
                        texts.count(phase.items()),
                        texts.count(perSecond(phase))));
            }
        }
    }
}
