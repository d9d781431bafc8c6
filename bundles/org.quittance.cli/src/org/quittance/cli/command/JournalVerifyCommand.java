package org.quittance.cli.command;

import org.quittance.api.ledger.CaseJournal;
import org.quittance.api.ledger.JournalVerification;
import org.quittance.cli.ExitCode;
import picocli.CommandLine.Command;

/** Checks the hash chain of the journal. */
@Command(name = "verify")
final class JournalVerifyCommand extends WorkspaceCommand {

    JournalVerifyCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        JournalVerification result = session.service(CaseJournal.class).verify(session.creditorId());
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.number("entries", result.entries());
                json.flag("valid", result.isValid());
                json.text("head", result.head());
                json.text("firstBroken", result.firstBroken());
            }
        } else {
            String entries = session.texts().count(result.entries());
            session.print(result.firstBroken()
                    .map(broken -> session.texts().text("journal.broken", entries, broken))
                    .orElseGet(() -> session.texts().text("journal.valid", entries, result.head())));
        }
        return result.isValid() ? ExitCode.DONE : ExitCode.WORKSPACE;
    }
}
