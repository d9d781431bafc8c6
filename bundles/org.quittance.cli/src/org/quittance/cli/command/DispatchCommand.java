package org.quittance.cli.command;

import java.util.List;
import java.util.Set;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.model.Creditor;
import org.quittance.service.casework.MessageSummary;
import org.quittance.service.casework.RunListener;
import org.quittance.service.casework.RunService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Sends approved messages. */
@Command(name = "dispatch")
final class DispatchCommand extends MessageCommand {

    @Parameters(paramLabel = "RUN|MESSAGE", arity = "0..*", descriptionKey = "messages.names")
    private List<String> names;

    DispatchCommand(Environment environment) {
        super(environment);
    }

    /** An approved message stays approved when today is no day for it; a deferred one may have been deferred only now. */
    @Override
    Set<String> waiting() {
        return Set.of(MessageState.APPROVED.name());
    }

    @Override
    String nothing(Session session) throws Exception {
        if (names != null && !names.isEmpty()) {
            return super.nothing(session);
        }
        return isAny(session, Set.of(MessageState.PREPARED)) ? "messages.none.to-approve" : "messages.none.to-run";
    }

    @Override
    MessageSummary move(Session session, RunService runs, Creditor creditor, RunListener listener) throws Exception {
        return runs.dispatch(
                creditor.id(), selection(session, names), session.today(creditor), session.actor(), listener);
    }
}
