package org.quittance.cli.command;

import java.util.List;
import org.quittance.api.model.Creditor;
import org.quittance.service.casework.MessageSummary;
import org.quittance.service.casework.RunListener;
import org.quittance.service.casework.RunService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes back messages that have not left. */
@Command(name = "withdraw")
final class WithdrawCommand extends MessageCommand {

    @Parameters(paramLabel = "RUN|MESSAGE", arity = "1..*", descriptionKey = "messages.names")
    private List<String> names;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "withdraw.reason")
    private String reason;

    WithdrawCommand(Environment environment) {
        super(environment);
    }

    @Override
    MessageSummary move(Session session, RunService runs, Creditor creditor, RunListener listener) throws Exception {
        return runs.withdraw(creditor.id(), selection(session, names), reason, session.actor(), listener);
    }
}
