package org.quittance.cli.command;

import java.util.List;
import java.util.Set;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.model.Creditor;
import org.quittance.service.casework.MessageSummary;
import org.quittance.service.casework.RunListener;
import org.quittance.service.casework.RunService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Approves prepared messages. */
@Command(name = "approve")
final class ApproveCommand extends MessageCommand {

    @Parameters(paramLabel = "RUN|MESSAGE", arity = "0..*", descriptionKey = "messages.names")
    private List<String> names;

    @Option(names = "--acknowledge-figures", descriptionKey = "approve.acknowledge-figures")
    private boolean figuresAcknowledged;

    ApproveCommand(Environment environment) {
        super(environment);
    }

    @Override
    String nothing(Session session) throws Exception {
        if (names != null && !names.isEmpty()) {
            return super.nothing(session);
        }
        return isAny(session, Set.of(MessageState.APPROVED, MessageState.DEFERRED))
                ? "messages.none.to-dispatch"
                : "messages.none.prepared";
    }

    @Override
    MessageSummary move(Session session, RunService runs, Creditor creditor, RunListener listener) throws Exception {
        return runs.approve(creditor.id(), selection(session, names), figuresAcknowledged, session.actor(), listener);
    }
}
