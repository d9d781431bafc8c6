package org.quittance.cli.command;

import org.quittance.api.model.Creditor;
import org.quittance.service.matching.MatchingService;
import org.quittance.service.matching.MatchingService.Matched;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes back what is booked of an entry. */
@Command(name = "undo")
final class MatchUndoCommand extends EntryCommand {

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", descriptionKey = "match.reason")
    private String reason;

    MatchUndoCommand(Environment environment) {
        super(environment);
    }

    @Override
    Matched change(Session session, MatchingService service, Creditor creditor, long number) throws Exception {
        return service.undo(creditor.id(), number, reason, session.actor());
    }
}
