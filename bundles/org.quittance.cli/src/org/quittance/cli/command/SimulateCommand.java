package org.quittance.cli.command;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.quittance.api.intake.IntakeSession;
import org.quittance.api.intake.LedgerIntake;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Money;
import org.quittance.api.time.BusinessClock;
import org.quittance.cli.ExitCode;
import org.quittance.service.casework.RunAction;
import org.quittance.service.casework.RunService;
import org.quittance.service.casework.Selection;
import org.quittance.service.server.CommandCall;
import org.quittance.service.server.ServerLink;
import org.quittance.service.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Plays the days to come on a copy of the workspace that is simulated and thrown away: what would go out if nobody paid, every
 * letter were posted on its day, and nobody did a call.
 */
@Command(name = "simulate")
final class SimulateCommand implements Callable<Integer>, Attachment.Apart {

    private static final int DAYS_MAX = 400;

    private final Environment environment;

    @Mixin
    private CommonOptions common;

    @Option(names = "--days", paramLabel = "N", required = true, descriptionKey = "simulate.days")
    private int days;

    @Option(names = "--policy", paramLabel = "ID", descriptionKey = "run.policy")
    private String policy;

    SimulateCommand(Environment environment) {
        this.environment = environment;
    }

    /** One day on which something would go out. */
    private record Day(LocalDate date, List<RunAction> actions) {}

    @Override
    public Integer call() throws Exception {
        Texts texts = new Texts(environment.locale());
        if (days < 1 || days > DAYS_MAX) {
            throw new CommandFailure(ExitCode.USAGE, texts.text("simulate.range", DAYS_MAX));
        }
        Path folder = common.workspaceOr(WorkspaceCommand.DEFAULT_FOLDER);
        if (!environment.workspaces().exists(folder)) {
            throw new CommandFailure(ExitCode.INPUT, texts.text("workspace.none", folder.toString()));
        }
        try (ScratchFolder scratch = ScratchFolder.in(Path.of(System.getProperty("java.io.tmpdir")))) {
            Path copy = scratch.path().resolve("copy.zip");
            backup(folder, copy);
            try (Workspace rehearsal =
                    environment.workspaces().rehearse(copy, scratch.path().resolve("workspace"))) {
                show(new Session(environment, common, rehearsal));
            }
        }
        return ExitCode.DONE;
    }

    /** By the server, where one owns the workspace. */
    private void backup(Path folder, Path copy) throws Exception {
        Optional<ServerLink> link = environment.services().present(ServerLink.class);
        CommandCall call = new CommandCall(
                List.of(
                        "backup",
                        copy.toString(),
                        "--workspace",
                        folder.toAbsolutePath().toString()),
                Path.of("").toAbsolutePath(),
                environment.locale(),
                false,
                OutputStream.nullOutputStream(),
                environment.err(),
                environment.caller().cancelled());
        if (link.isPresent() && link.get().execute(folder, call).isPresent()) {
            return;
        }
        try (Workspace workspace = environment.workspaces().open(folder, Optional.empty())) {
            workspace.backup(copy);
        }
    }

    private void show(Session session) throws Exception {
        Creditor creditor = session.creditor();
        LocalDate first = session.today(creditor);
        session.service(RunService.class).stop(creditor.id(), false, session.actor());
        List<Day> played = new ArrayList<>();
        Progress progress = session.progress("progress.days");
        for (int number = 0; number < days; number++) {
            LocalDate date = first.plusDays(number);
            List<RunAction> actions = play(session, creditor, date);
            if (!actions.isEmpty()) {
                played.add(new Day(date, actions));
            }
            progress.done(number + 1);
        }
        progress.end();
        if (session.json()) {
            write(session, first, played);
        } else {
            print(session, first, played);
        }
    }

    private List<RunAction> play(Session session, Creditor creditor, LocalDate date) throws Exception {
        session.workspace().simulate(date);
        // Nobody pays, and that is known.
        try (IntakeSession intake = session.service(LedgerIntake.class)
                .open(
                        creditor.id(),
                        session.actor(),
                        session.service(BusinessClock.class).now())) {
            intake.paymentsKnownUntil(date);
            intake.commit();
        }
        try (RunReport report = RunReport.begin(session, false)) {
            RunCommand.prepareAndSend(
                    session,
                    report,
                    Optional.of(date),
                    false,
                    Optional.ofNullable(policy),
                    RunCommand.Approval.EVERYTHING);
            session.service(RunService.class)
                    .posted(creditor.id(), Selection.everything(), date, session.actor(), report);
            return report.actions();
        }
    }

    private static void write(Session session, LocalDate first, List<Day> played) throws Exception {
        try (JsonOutput json = session.jsonOutput()) {
            json.date("from", first);
            json.array("days", () -> {
                for (Day day : played) {
                    json.element(() -> {
                        json.date("date", day.date());
                        json.array("actions", () -> {
                            for (RunAction action : day.actions()) {
                                json.element(() -> ActionRows.write(json, action));
                            }
                        });
                    });
                }
            });
        }
    }

    private void print(Session session, LocalDate first, List<Day> played) {
        Texts texts = session.texts();
        session.print(texts.text("simulate.title", days, texts.date(first)));
        if (played.isEmpty()) {
            session.print(texts.text("simulate.nothing"));
            return;
        }
        Table table = new Table("lllllr")
                .row(
                        texts.text("column.date"),
                        texts.text("column.debtor"),
                        texts.text("column.step"),
                        texts.text("column.channel"),
                        texts.text("column.status"),
                        texts.text("column.total"));
        Map<String, Long> steps = new TreeMap<>();
        for (Day day : played) {
            for (RunAction action : day.actions()) {
                Money total = action.total();
                table.row(
                        texts.date(day.date()),
                        action.debtorName(),
                        texts.step(action.step()),
                        action.channel(),
                        texts.word("state", action.status()),
                        texts.amount(total));
                steps.merge(action.step(), 1L, Long::sum);
            }
        }
        table.lines().forEach(session::print);
        session.print("");
        steps.forEach(
                (step, count) -> session.print(texts.text("simulate.count", texts.step(step), texts.count(count))));
    }
}
