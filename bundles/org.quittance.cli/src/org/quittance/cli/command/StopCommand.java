package org.quittance.cli.command;

import org.quittance.api.model.CreditorId;
import org.quittance.cli.ExitCode;
import org.quittance.service.casework.RunService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Raises or lowers the global stop switch. */
@Command(name = "stop")
final class StopCommand extends WorkspaceCommand {

    @Parameters(paramLabel = "on|off", descriptionKey = "stop.position")
    private Position position;

    /** Positions of the switch. */
    enum Position {
        ON,
        OFF
    }

    StopCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        CreditorId creditor = session.creditorId();
        boolean stopped = position == Position.ON;
        session.service(RunService.class).stop(creditor, stopped, session.actor());
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.flag("stopped", stopped);
            }
        } else {
            session.print(session.texts().text(stopped ? "stop.on" : "stop.off", creditor.value()));
        }
        return ExitCode.DONE;
    }
}
