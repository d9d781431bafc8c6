package org.quittance.cli.command;

import org.quittance.cli.ExitCode;
import org.quittance.service.plugin.PlugIn;
import org.quittance.service.plugin.PlugIns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a plug-in out of the workspace. */
@Command(name = "uninstall")
final class UninstallCommand extends WorkspaceCommand {

    @Parameters(paramLabel = "NAME", descriptionKey = "uninstall.name")
    private String name;

    UninstallCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        PlugIn gone = session.service(PlugIns.class).uninstall(name, session.actor());
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.text("uninstalled", gone.name());
                json.text("version", gone.version());
            }
        } else {
            session.print(session.texts().text("uninstall.done", gone.name(), gone.version()));
        }
        return ExitCode.DONE;
    }
}
