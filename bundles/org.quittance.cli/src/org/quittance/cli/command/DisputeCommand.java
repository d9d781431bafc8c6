package org.quittance.cli.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.Dispute.Outcome;
import org.quittance.api.ledger.Goodwill;
import org.quittance.cli.ExitCode;
import org.quittance.service.agreement.DisputeService;
import org.quittance.service.agreement.DisputeService.Closed;
import org.quittance.service.agreement.DisputeService.Contested;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records what the debtor contests, and how that ended. */
@Command(name = "dispute")
final class DisputeCommand extends DebtorCommand {

    @Parameters(paramLabel = "DEBTOR", descriptionKey = "record.debtor")
    private String debtor;

    @Option(names = "--amount", paramLabel = "AMOUNT", descriptionKey = "dispute.amount")
    private BigDecimal amount;

    @Option(names = "--reason", paramLabel = "REASON", descriptionKey = "dispute.reason")
    private String reason;

    @Option(names = "--owner", paramLabel = "PERSON", descriptionKey = "dispute.owner")
    private String owner;

    @Option(names = "--deadline", paramLabel = "DATE", descriptionKey = "dispute.deadline")
    private LocalDate deadline;

    @Option(names = "--assign", paramLabel = "ID", descriptionKey = "dispute.assign")
    private String assign;

    @Option(names = "--close", paramLabel = "ID", descriptionKey = "dispute.close")
    private String close;

    @Option(names = "--outcome", paramLabel = "OUTCOME", descriptionKey = "dispute.outcome")
    private Outcome outcome;

    @Option(names = "--credit", paramLabel = "AMOUNT", descriptionKey = "dispute.credit")
    private BigDecimal credit;

    DisputeCommand(Environment environment) {
        super(environment);
    }

    @Override
    Optional<String> debtor() {
        return Optional.ofNullable(debtor);
    }

    @Override
    int record(Desk desk) throws Exception {
        DisputeService service = desk.session().service(DisputeService.class);
        if (close != null) {
            Closed closed = service.close(
                    desk.creditor(),
                    desk.debtor(),
                    close,
                    required(desk.session(), outcome, "--outcome"),
                    Optional.ofNullable(credit),
                    desk.recording());
            show(desk, List.of(closed.dispute()), closed.credit());
        } else if (assign != null) {
            Dispute assigned = service.assign(
                    desk.creditor(),
                    desk.debtor(),
                    assign,
                    Optional.ofNullable(owner),
                    Optional.ofNullable(deadline),
                    desk.recording());
            show(desk, List.of(assigned), Optional.empty());
        } else {
            Contested contested = new Contested(
                    scope(desk.session()),
                    Optional.ofNullable(amount),
                    required(desk.session(), reason, "--reason"),
                    Optional.ofNullable(owner),
                    Optional.ofNullable(deadline));
            show(desk, service.open(desk.creditor(), desk.debtor(), contested, desk.recording()), Optional.empty());
        }
        return ExitCode.DONE;
    }

    private static void show(Desk desk, List<Dispute> disputes, Optional<Goodwill> credit) throws Exception {
        if (desk.session().json()) {
            try (JsonOutput json = desk.session().jsonOutput()) {
                json.flag("dryRun", desk.recording().dryRun());
                json.array("disputes", () -> {
                    for (Dispute dispute : disputes) {
                        json.element(() -> AgreementRows.write(json, dispute));
                    }
                });
                json.array("goodwill", () -> {
                    if (credit.isPresent()) {
                        json.element(() -> AgreementRows.write(json, credit.get()));
                    }
                });
            }
        } else {
            disputes.forEach(dispute -> desk.print(AgreementRows.line(desk.texts(), dispute)));
            credit.ifPresent(goodwill -> desk.print(AgreementRows.line(desk.texts(), goodwill)));
        }
    }
}
