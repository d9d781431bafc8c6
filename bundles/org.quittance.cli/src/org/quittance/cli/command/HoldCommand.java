package org.quittance.cli.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.Restriction;
import org.quittance.cli.ExitCode;
import org.quittance.service.agreement.HoldService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stops dunning for a while, marks how a debtor is treated, or restricts what it gets. */
@Command(name = "hold")
final class HoldCommand extends DebtorCommand {

    @Parameters(paramLabel = "DEBTOR", descriptionKey = "record.debtor")
    private String debtor;

    @Option(names = "--until", paramLabel = "DATE", descriptionKey = "hold.until")
    private LocalDate until;

    @Option(names = "--without-end", descriptionKey = "hold.without-end")
    private boolean withoutEnd;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "hold.reason")
    private String reason;

    @Option(names = "--lift", paramLabel = "ID", descriptionKey = "hold.lift")
    private String lift;

    @Option(names = "--mark", paramLabel = "MARK", descriptionKey = "hold.mark")
    private CaseMark.Kind mark;

    @Option(names = "--deadline", paramLabel = "DATE", descriptionKey = "hold.deadline")
    private LocalDate deadline;

    @Option(names = "--clear", paramLabel = "MARK", descriptionKey = "hold.clear")
    private CaseMark.Kind clear;

    @Option(names = "--restrict", paramLabel = "KIND", descriptionKey = "hold.restrict")
    private Restriction.Kind restrict;

    @Option(names = "--release", paramLabel = "KIND", descriptionKey = "hold.release")
    private Restriction.Kind release;

    HoldCommand(Environment environment) {
        super(environment);
    }

    @Override
    Optional<String> debtor() {
        return Optional.ofNullable(debtor);
    }

    @Override
    int record(Desk desk) throws Exception {
        HoldService service = desk.session().service(HoldService.class);
        String why = or(reason, "");
        if (lift != null) {
            service.lift(desk.creditor(), desk.debtor(), lift, desk.recording());
            shown(
                    desk,
                    json -> {
                        json.text("id", lift);
                        json.text("state", "LIFTED");
                    },
                    desk.texts().text("hold.lifted", lift));
        } else if (mark != null) {
            show(
                    desk,
                    service.mark(
                            desk.creditor(),
                            desk.debtor(),
                            mark,
                            Optional.ofNullable(deadline),
                            why,
                            desk.recording()));
        } else if (clear != null) {
            show(desk, service.clear(desk.creditor(), desk.debtor(), clear, desk.recording()));
        } else if (restrict != null || release != null) {
            Restriction restriction = service.restrict(
                    desk.creditor(),
                    desk.debtor(),
                    restrict != null ? restrict : release,
                    restrict == null,
                    why,
                    desk.recording());
            shown(desk, json -> AgreementRows.write(json, restriction), AgreementRows.line(desk.texts(), restriction));
        } else {
            hold(desk, service, why);
        }
        return ExitCode.DONE;
    }

    /** Without an end only where that is said: a hold that was forgotten is how invoices become time-barred. */
    private void hold(Desk desk, HoldService service, String why) throws Exception {
        if (until == null && !withoutEnd) {
            throw new CommandFailure(ExitCode.USAGE, desk.texts().text("hold.no-end"));
        }
        List<Hold> holds = service.hold(
                desk.creditor(),
                desk.debtor(),
                scope(desk.session()),
                required(desk.session(), reason, "--reason"),
                Optional.ofNullable(until),
                desk.recording());
        if (desk.session().json()) {
            try (JsonOutput json = desk.session().jsonOutput()) {
                json.flag("dryRun", desk.recording().dryRun());
                json.array("holds", () -> {
                    for (Hold hold : holds) {
                        json.element(() -> AgreementRows.write(json, hold));
                    }
                });
            }
        } else {
            holds.forEach(hold -> desk.print(AgreementRows.line(desk.texts(), hold)));
        }
    }

    private static void show(Desk desk, CaseMark mark) throws Exception {
        shown(desk, json -> AgreementRows.write(json, mark), AgreementRows.line(desk.texts(), mark));
    }

    /** Writes one record. */
    private interface Writer {
        void write(JsonOutput json) throws java.io.IOException;
    }

    private static void shown(Desk desk, Writer writer, String line) throws Exception {
        if (desk.session().json()) {
            try (JsonOutput json = desk.session().jsonOutput()) {
                json.flag("dryRun", desk.recording().dryRun());
                writer.write(json);
            }
        } else {
            desk.print(line);
        }
    }
}
