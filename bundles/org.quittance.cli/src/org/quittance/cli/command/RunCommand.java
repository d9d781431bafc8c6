package org.quittance.cli.command;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.model.Creditor;
import org.quittance.cli.ExitCode;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.RunRequest;
import org.quittance.service.casework.RunService;
import org.quittance.service.casework.RunSummary;
import org.quittance.service.casework.Selection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prepares a dunning run; approves and dispatches it too where asked. */
@Command(name = "run")
final class RunCommand extends SimulatedCommand {

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "run.as-of")
    private LocalDate asOf;

    @Option(names = "--dry-run", descriptionKey = "run.dry-run")
    private boolean dryRun;

    @Option(names = "--policy", paramLabel = "ID", descriptionKey = "run.policy")
    private String policy;

    @Option(names = "--approve", descriptionKey = "run.approve")
    private boolean approve;

    @Option(names = "--acknowledge-figures", descriptionKey = "approve.acknowledge-figures")
    private boolean figuresAcknowledged;

    RunCommand(Environment environment) {
        super(environment);
    }

    @Override
    Optional<LocalDate> firstDay() {
        return asOf != null ? Optional.of(asOf) : super.firstDay();
    }

    @Override
    void refuseContradictions(Texts texts) throws CommandFailure {
        if (dryRun && approve) {
            throw new CommandFailure(ExitCode.USAGE, texts.text("run.contradiction"));
        }
    }

    @Override
    int execute(Session session) throws Exception {
        return run(session, Optional.ofNullable(asOf), dryRun, Optional.ofNullable(policy), approval());
    }

    /** What is approved right after it was prepared. */
    enum Approval {
        NOTHING,
        /** Everything but claims on legal figures that no lawyer has validated. */
        USUAL,
        EVERYTHING
    }

    private Approval approval() {
        return !approve ? Approval.NOTHING : figuresAcknowledged ? Approval.EVERYTHING : Approval.USUAL;
    }

    static int run(
            Session session, Optional<LocalDate> asOf, boolean dryRun, Optional<String> policy, Approval approval)
            throws Exception {
        try (RunReport report = RunReport.begin(session, dryRun)) {
            RunSummary summary = prepareAndSend(session, report, asOf, dryRun, policy, approval);
            report.end(summary);
            return summary.failed() + report.failures() == 0 ? ExitCode.DONE : ExitCode.PARTLY;
        }
    }

    static RunSummary prepareAndSend(
            Session session,
            RunReport report,
            Optional<LocalDate> asOf,
            boolean dryRun,
            Optional<String> policy,
            Approval approval)
            throws Exception {
        boolean approve = approval != Approval.NOTHING;
        Creditor creditor = session.creditor();
        if (asOf.isPresent() && session.workspace().isSimulated() && !dryRun) {
            session.workspace().simulate(asOf.get());
        }
        LocalDate today = session.today(creditor);
        LocalDate day = asOf.orElse(today);
        if (!dryRun && !session.workspace().isSimulated() && day.isAfter(today)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    session.texts()
                            .text(
                                    "run.future",
                                    session.texts().date(day),
                                    session.texts().date(today)));
        }
        if (approve && !day.equals(today)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    session.texts()
                            .text(
                                    "run.not-today",
                                    session.texts().date(day),
                                    session.texts().date(today)));
        }
        RunService runs = session.service(RunService.class);
        RunSummary summary = runs.prepare(creditor.id(), new RunRequest(day, dryRun, policy), session.actor(), report);
        if (approve) {
            report.sending();
            runs.approve(
                    creditor.id(), Selection.everything(), approval == Approval.EVERYTHING, session.actor(), report);
            dispatch(session, report, runs, creditor, today);
        }
        return summary;
    }

    /** The stop switch stops what leaves, not the report on what was prepared before it. */
    private static void dispatch(Session session, RunReport report, RunService runs, Creditor creditor, LocalDate today)
            throws CaseworkException {
        try {
            report.dispatched(runs.dispatch(creditor.id(), Selection.everything(), today, session.actor(), report));
        } catch (CaseworkException e) {
            if (e.kind() != CaseworkException.Kind.STOPPED) {
                throw e;
            }
            report.stopped(session.texts().text("run.stopped", creditor.id()));
        }
    }
}
