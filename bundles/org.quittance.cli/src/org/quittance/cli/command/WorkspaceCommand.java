package org.quittance.cli.command;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.quittance.service.workspace.Workspace;
import picocli.CommandLine.Mixin;

/** A command that works on a workspace: opens it, works, closes it. */
abstract class WorkspaceCommand implements Callable<Integer> {

    private static final String DEFAULT_FOLDER = "quittance-data";

    private final Environment environment;

    @Mixin
    private CommonOptions common;

    WorkspaceCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public final Integer call() throws Exception {
        try (Workspace workspace = environment.workspaces().open(common.workspaceOr(DEFAULT_FOLDER), simulateOn())) {
            return execute(new Session(environment, common, workspace));
        }
    }

    /** The day on which a new workspace's simulated clock stands; empty for a real one. */
    Optional<LocalDate> simulateOn() {
        return Optional.empty();
    }

    abstract int execute(Session session) throws Exception;
}
