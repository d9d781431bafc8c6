package org.quittance.cli.command;

import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.cli.ExitCode;
import org.quittance.service.escalation.HandOvers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a case back from a collection agency. */
@Command(name = "recall")
final class RecallCommand extends WorkspaceCommand {

    @Parameters(paramLabel = "DEBTOR", descriptionKey = "case.debtor")
    private String debtor;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "recall.reason")
    private String reason;

    RecallCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        if (reason == null || reason.isBlank()) {
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("record.missing", "--reason"));
        }
        Creditor creditor = session.creditor();
        Debtor found = DebtorChoice.of(session, creditor, debtor);
        HandOverRows.show(
                session, session.service(HandOvers.class).recall(creditor.id(), found.id(), reason, session.actor()));
        return ExitCode.DONE;
    }
}
