package org.quittance.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.quittance.cli.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies the workspace into one file while it is in use. */
@Command(name = "backup")
final class BackupCommand extends WorkspaceCommand {

    @Parameters(paramLabel = "FILE", descriptionKey = "backup.file")
    private Path file;

    BackupCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        session.workspace().backup(file.toAbsolutePath());
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.text("file", file.toString());
                json.number("bytes", Files.size(file));
            }
        } else {
            session.print(session.texts().text("backup.done", file.toString()));
        }
        return ExitCode.DONE;
    }
}
