package org.quittance.cli.command;

import java.time.LocalDate;
import java.util.List;
import org.quittance.api.model.Creditor;
import org.quittance.cli.ExitCode;
import org.quittance.service.casework.MessageSummary;
import org.quittance.service.casework.RunListener;
import org.quittance.service.casework.RunService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Confirms that letters were posted. */
@Command(name = "posted")
final class PostedCommand extends MessageCommand {

    @Parameters(paramLabel = "RUN|MESSAGE", arity = "0..*", descriptionKey = "posted.names")
    private List<String> names;

    @Option(names = "--all", descriptionKey = "posted.all")
    private boolean all;

    @Option(names = "--on", paramLabel = "DATE", required = true, descriptionKey = "posted.on")
    private LocalDate on;

    PostedCommand(Environment environment) {
        super(environment);
    }

    @Override
    void refuseContradictions(Texts texts) throws CommandFailure {
        boolean named = names != null && !names.isEmpty();
        if (named == all) {
            throw new CommandFailure(ExitCode.USAGE, texts.text("posted.which"));
        }
    }

    @Override
    MessageSummary move(Session session, RunService runs, Creditor creditor, RunListener listener) throws Exception {
        return runs.posted(creditor.id(), selection(session, names), on, session.actor(), listener);
    }
}
