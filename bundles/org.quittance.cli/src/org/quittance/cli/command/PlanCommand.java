package org.quittance.cli.command;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.quittance.cli.ExitCode;
import org.quittance.service.agreement.Agreement;
import org.quittance.service.agreement.CommitmentService;
import org.quittance.service.agreement.CommitmentService.Plan;
import org.quittance.service.agreement.CommitmentService.Rhythm;
import org.quittance.service.dossier.DossierService;
import org.quittance.service.dossier.DossierService.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Records an instalment plan. */
@Command(name = "plan")
final class PlanCommand extends CommitmentCommand {

    @Option(names = "--instalments", paramLabel = "N", descriptionKey = "plan.instalments")
    private Integer instalments;

    @Option(names = "--first", paramLabel = "DATE", descriptionKey = "plan.first")
    private LocalDate first;

    @Option(names = "--every", paramLabel = "RHYTHM", descriptionKey = "plan.every")
    private Rhythm rhythm = Rhythm.MONTH;

    @Option(names = "--down", paramLabel = "AMOUNT", descriptionKey = "plan.down")
    private BigDecimal down;

    @Option(names = "--down-on", paramLabel = "DATE", descriptionKey = "plan.down-on")
    private LocalDate downOn;

    @Option(names = "--interest", paramLabel = "PERCENT", descriptionKey = "plan.interest")
    private BigDecimal interest;

    @Option(names = "--acknowledgement", paramLabel = "ID", descriptionKey = "plan.acknowledgement")
    private String acknowledgement;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "plan.out")
    private Path out;

    @Option(names = "--force", descriptionKey = "document.force")
    private boolean force;

    PlanCommand(Environment environment) {
        super(environment);
    }

    @Override
    Optional<Integer> other(Desk desk) throws Exception {
        if (acknowledgement == null) {
            return Optional.empty();
        }
        Session session = desk.session();
        DocumentOutput output = new DocumentOutput(session, required(session, out, "--out"), force);
        output.refuseExisting();
        Order order = new Order(desk.creditor(), desk.debtor(), desk.recording().on(), session.language());
        output.write(session.service(DossierService.class).acknowledgement(order, acknowledgement));
        return Optional.of(ExitCode.DONE);
    }

    @Override
    Agreement make(Desk desk, CommitmentService service) throws Exception {
        if (interest != null && (interest.signum() <= 0 || interest.compareTo(new BigDecimal(100)) > 0)) {
            throw new CommandFailure(ExitCode.USAGE, desk.texts().text("plan.bad-interest", interest.toPlainString()));
        }
        Plan plan = new Plan(
                scope(desk.session()),
                required(desk.session(), instalments, "--instalments"),
                rhythm,
                required(desk.session(), first, "--first"),
                Optional.ofNullable(down),
                Optional.ofNullable(downOn),
                Optional.ofNullable(interest),
                isReplacing(),
                person(),
                note());
        return service.plan(desk.creditor(), desk.debtor(), plan, desk.recording());
    }
}
