package org.quittance.cli.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.Ruling;
import org.quittance.cli.ExitCode;
import org.quittance.service.agreement.RulingService;
import org.quittance.service.agreement.RulingService.Decided;
import org.quittance.service.agreement.RulingService.Opening;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records what a court decided about a debtor. */
@Command(name = "ruling")
final class RulingCommand extends DebtorCommand {

    @Parameters(paramLabel = "DEBTOR", descriptionKey = "record.debtor")
    private String debtor;

    @Option(names = "--judgment", paramLabel = "DATE", descriptionKey = "ruling.judgment")
    private LocalDate judgment;

    @Option(names = "--capitalise", paramLabel = "DATE", descriptionKey = "ruling.capitalise")
    private LocalDate capitalise;

    @Option(names = "--grace", paramLabel = "DATE", descriptionKey = "ruling.grace")
    private LocalDate grace;

    @Option(names = "--until", paramLabel = "DATE", descriptionKey = "ruling.until")
    private LocalDate until;

    @Option(names = "--rate", paramLabel = "PERCENT", descriptionKey = "ruling.rate")
    private BigDecimal rate;

    @Option(names = "--insolvency", paramLabel = "DATE", descriptionKey = "ruling.insolvency")
    private LocalDate insolvency;

    @Option(names = "--published", paramLabel = "DATE", descriptionKey = "ruling.published")
    private LocalDate published;

    @Option(names = "--deadline", paramLabel = "DATE", descriptionKey = "ruling.deadline")
    private LocalDate deadline;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "hold.reason")
    private String reason;

    @Option(names = "--cancel", paramLabel = "ID", descriptionKey = "ruling.cancel")
    private String cancel;

    RulingCommand(Environment environment) {
        super(environment);
    }

    @Override
    Optional<String> debtor() {
        return Optional.ofNullable(debtor);
    }

    @Override
    int record(Desk desk) throws Exception {
        long asked = Stream.of(judgment, capitalise, grace, insolvency, cancel)
                .filter(one -> one != null)
                .count();
        if (asked != 1) {
            throw new CommandFailure(ExitCode.USAGE, desk.texts().text("ruling.which"));
        }
        RulingService service = desk.session().service(RulingService.class);
        if (insolvency != null) {
            show(
                    desk,
                    service.insolvency(
                            desk.creditor(),
                            desk.debtor(),
                            new Opening(
                                    insolvency,
                                    Optional.ofNullable(published),
                                    Optional.ofNullable(deadline),
                                    or(reason, "")),
                            desk.recording()));
        } else if (cancel != null) {
            show(desk, List.of(service.takeBack(desk.creditor(), desk.debtor(), cancel, desk.recording())));
        } else {
            show(desk, service.record(desk.creditor(), desk.debtor(), decided(desk), desk.recording()));
        }
        return ExitCode.DONE;
    }

    private Decided decided(Desk desk) throws CommandFailure {
        Ruling.Kind kind = judgment != null
                ? Ruling.Kind.JUDGMENT
                : grace != null ? Ruling.Kind.GRACE : Ruling.Kind.CAPITALISATION;
        LocalDate from = judgment != null ? judgment : grace != null ? grace : capitalise;
        if (grace != null) {
            required(desk.session(), until, "--until");
        }
        return new Decided(
                kind,
                scope(desk.session()),
                from,
                Optional.ofNullable(until),
                Optional.ofNullable(rate),
                or(reason, ""));
    }

    private static void show(Desk desk, CaseMark mark) throws Exception {
        if (desk.session().json()) {
            try (JsonOutput json = desk.session().jsonOutput()) {
                json.flag("dryRun", desk.recording().dryRun());
                AgreementRows.write(json, mark);
            }
        } else {
            desk.print(AgreementRows.line(desk.texts(), mark));
        }
    }

    private static void show(Desk desk, List<Ruling> rulings) throws Exception {
        if (desk.session().json()) {
            try (JsonOutput json = desk.session().jsonOutput()) {
                json.flag("dryRun", desk.recording().dryRun());
                json.array("rulings", () -> {
                    for (Ruling ruling : rulings) {
                        json.element(() -> RulingRows.write(json, ruling));
                    }
                });
            }
        } else {
            rulings.forEach(ruling -> desk.print(RulingRows.line(desk.texts(), ruling)));
        }
    }
}
