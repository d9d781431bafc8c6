package org.quittance.cli.command;

import java.time.LocalDate;
import org.quittance.api.ledger.RunId;
import org.quittance.api.model.Creditor;
import org.quittance.cli.ExitCode;
import org.quittance.service.casework.MessageSummary;
import org.quittance.service.casework.RunListener;
import org.quittance.service.casework.RunService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Confirms that the letters of a run were posted. */
@Command(name = "posted")
final class PostedCommand extends MessageCommand {

    @Parameters(paramLabel = "RUN", descriptionKey = "posted.run")
    private String run;

    @Option(names = "--on", paramLabel = "DATE", required = true, descriptionKey = "posted.on")
    private LocalDate on;

    PostedCommand(Environment environment) {
        super(environment);
    }

    @Override
    MessageSummary move(Session session, RunService runs, Creditor creditor, RunListener listener) throws Exception {
        try {
            return runs.posted(creditor.id(), new RunId(run), on, session.actor(), listener);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, e.getMessage());
        }
    }
}
