package org.quittance.cli.command;

import org.quittance.api.model.Creditor;
import org.quittance.service.matching.MatchingService;
import org.quittance.service.matching.MatchingService.Matched;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sets an entry aside that pays nothing. */
@Command(name = "ignore")
final class MatchIgnoreCommand extends EntryCommand {

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", descriptionKey = "match.reason")
    private String reason;

    MatchIgnoreCommand(Environment environment) {
        super(environment);
    }

    @Override
    Matched change(Session session, MatchingService service, Creditor creditor, long number) throws Exception {
        return service.ignore(creditor.id(), number, reason, session.actor());
    }
}
