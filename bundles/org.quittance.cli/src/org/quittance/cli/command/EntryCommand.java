package org.quittance.cli.command;

import java.util.List;
import org.quittance.api.model.Creditor;
import org.quittance.cli.ExitCode;
import org.quittance.service.matching.MatchingService;
import org.quittance.service.matching.MatchingService.Matched;
import picocli.CommandLine.Parameters;

/** A command that changes what one entry of a bank statement pays, and shows the entry afterwards. */
abstract class EntryCommand extends WorkspaceCommand {

    @Parameters(paramLabel = "ENTRY", descriptionKey = "match.entry")
    private long entry;

    EntryCommand(Environment environment) {
        super(environment);
    }

    abstract Matched change(Session session, MatchingService service, Creditor creditor, long number) throws Exception;

    @Override
    final int execute(Session session) throws Exception {
        MatchingService service = session.service(MatchingService.class);
        Matched matched = change(session, service, session.creditor(), entry);
        MatchRows rows = new MatchRows(session, service);
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                rows.write(json, matched);
            }
        } else {
            rows.print(List.of(matched));
        }
        return ExitCode.DONE;
    }
}
