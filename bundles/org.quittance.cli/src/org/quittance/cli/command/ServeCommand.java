package org.quittance.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.quittance.cli.ExitCode;
import org.quittance.service.server.WorkspaceServer;
import org.quittance.service.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Owns the workspace until this process is asked to end. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer>, Attachment.Apart {

    /** A little longer than the server gives its work. */
    private static final long END_SECONDS = 150;

    private final Environment environment;

    @Mixin
    private CommonOptions common;

    ServeCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        Texts texts = new Texts(environment.locale());
        Path folder = common.workspaceOr(WorkspaceCommand.DEFAULT_FOLDER);
        if (!environment.workspaces().exists(folder)) {
            throw new CommandFailure(ExitCode.INPUT, texts.text("workspace.none", folder.toString()));
        }
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stop, ended), "quittance stop"));
        try (Workspace workspace = environment.workspaces().open(folder, Optional.empty())) {
            workspace
                    .brokenConfigurations()
                    .forEach((pid, problem) ->
                            environment.err().println(texts.text("configuration.broken", pid, texts.text(problem))));
            environment
                    .services()
                    .require(WorkspaceServer.class)
                    .serve(workspace, new ServedCommands(environment, workspace), () -> ready(texts, workspace), stop);
        } finally {
            ended.countDown();
        }
        return ExitCode.DONE;
    }

    private void ready(Texts texts, Workspace workspace) {
        environment
                .out()
                .println(texts.text(
                        "serve.ready",
                        workspace.directory().toString(),
                        Long.toString(ProcessHandle.current().pid())));
        environment.out().flush();
    }

    /** The process ends when its workspace is closed. */
    private static void end(CountDownLatch stop, CountDownLatch ended) {
        stop.countDown();
        try {
            ended.await(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
