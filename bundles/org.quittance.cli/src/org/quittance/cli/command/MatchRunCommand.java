package org.quittance.cli.command;

import org.quittance.cli.ExitCode;
import org.quittance.service.matching.MatchingService;
import org.quittance.service.matching.MatchingService.MatchSummary;
import picocli.CommandLine.Command;

/** Looks again at everything that is not settled. */
@Command(name = "run")
final class MatchRunCommand extends WorkspaceCommand {

    MatchRunCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        MatchSummary summary =
                session.service(MatchingService.class).match(session.creditor().id(), session.actor());
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                MatchRows.write(json, summary);
            }
        } else {
            session.print(MatchRows.line(session.texts(), summary));
        }
        return ExitCode.DONE;
    }
}
