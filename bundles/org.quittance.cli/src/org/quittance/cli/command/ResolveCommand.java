package org.quittance.cli.command;

import java.time.LocalDate;
import java.util.List;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.model.Creditor;
import org.quittance.service.casework.MessageSummary;
import org.quittance.service.casework.RunListener;
import org.quittance.service.casework.RunService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what became of a message nobody was sure about, or of a task. */
@Command(name = "resolve")
final class ResolveCommand extends MessageCommand {

    @Parameters(paramLabel = "MESSAGE", arity = "1..*", descriptionKey = "resolve.messages")
    private List<String> names;

    @Option(names = "--as", paramLabel = "STATE", required = true, descriptionKey = "resolve.as")
    private Outcome outcome;

    @Option(names = "--on", paramLabel = "DATE", descriptionKey = "resolve.on")
    private LocalDate on;

    /** What may be said. */
    enum Outcome {
        SENT(MessageState.SENT),
        DONE(MessageState.SENT),
        BOUNCED(MessageState.BOUNCED),
        NOT_SENT(MessageState.WITHDRAWN);

        private final MessageState state;

        Outcome(MessageState state) {
            this.state = state;
        }
    }

    ResolveCommand(Environment environment) {
        super(environment);
    }

    @Override
    MessageSummary move(Session session, RunService runs, Creditor creditor, RunListener listener) throws Exception {
        return runs.resolve(
                creditor.id(),
                selection(session, names),
                outcome.state,
                on != null ? on : session.today(creditor),
                session.actor(),
                listener);
    }
}
