package org.quittance.cli.command;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.quittance.api.bank.EntryState;
import org.quittance.cli.ExitCode;
import org.quittance.service.matching.MatchingService;
import org.quittance.service.matching.MatchingService.Matched;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what waits for a person, or everything. */
@Command(name = "list")
final class MatchListCommand extends WorkspaceCommand {

    private static final Set<EntryState> TO_DO =
            EnumSet.of(EntryState.NEW, EntryState.WAITING, EntryState.ON_ACCOUNT, EntryState.UNKNOWN);

    @Option(names = "--state", paramLabel = "STATE", descriptionKey = "match.state")
    private EntryState state;

    @Option(names = "--all", descriptionKey = "match.all")
    private boolean all;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "1000", descriptionKey = "match.limit")
    private int limit;

    MatchListCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        MatchingService service = session.service(MatchingService.class);
        Set<EntryState> states = state != null ? EnumSet.of(state) : all ? EnumSet.allOf(EntryState.class) : TO_DO;
        List<Matched> listed = service.list(session.creditor().id(), states, limit, session.actor());
        MatchRows rows = new MatchRows(session, service);
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.array("entries", () -> {
                    for (Matched matched : listed) {
                        json.element(() -> rows.write(json, matched));
                    }
                });
            }
        } else if (listed.isEmpty()) {
            session.print(session.texts().text("match.none"));
        } else {
            rows.print(listed);
        }
        return ExitCode.DONE;
    }
}
