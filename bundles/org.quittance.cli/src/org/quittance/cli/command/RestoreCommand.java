package org.quittance.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.quittance.cli.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts a backup into a new workspace and raises the stop switch. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer>, Attachment.Apart {

    private final Environment environment;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "FILE", descriptionKey = "restore.file")
    private Path file;

    RestoreCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        Texts texts = new Texts(environment.locale());
        if (!Files.exists(file)) {
            throw new CommandFailure(
                    ExitCode.INPUT, texts.text("file.unreadable", file.toString(), texts.text("file.absent")));
        }
        Path folder = common.workspaceOr("quittance-data");
        int unknown = environment.workspaces().restore(file.toAbsolutePath(), folder);
        if (common.json()) {
            try (JsonOutput json = new JsonOutput(environment.out())) {
                json.text("workspace", folder.toString());
                json.number("unknown", unknown);
                json.flag("stopped", true);
            }
        } else {
            environment.out().println(texts.text("restore.done", folder.toString(), unknown));
        }
        return ExitCode.DONE;
    }
}
