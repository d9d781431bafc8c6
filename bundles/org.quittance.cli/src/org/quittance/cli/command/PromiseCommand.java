package org.quittance.cli.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.quittance.service.agreement.Agreement;
import org.quittance.service.agreement.CommitmentService;
import org.quittance.service.agreement.CommitmentService.Promise;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Records that the debtor promised to pay. */
@Command(name = "promise")
final class PromiseCommand extends CommitmentCommand {

    @Option(names = "--by", paramLabel = "DATE", descriptionKey = "promise.by")
    private LocalDate by;

    @Option(names = "--amount", paramLabel = "AMOUNT", descriptionKey = "promise.amount")
    private BigDecimal amount;

    PromiseCommand(Environment environment) {
        super(environment);
    }

    @Override
    Agreement make(Desk desk, CommitmentService service) throws Exception {
        Promise promise = new Promise(
                scope(desk.session()),
                required(desk.session(), by, "--by"),
                Optional.ofNullable(amount),
                isReplacing(),
                person(),
                note());
        return service.promise(desk.creditor(), desk.debtor(), promise, desk.recording());
    }
}
