package org.quittance.cli.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.quittance.cli.ExitCode;
import org.quittance.service.proof.HeadArchive;
import org.quittance.service.workspace.Workspace;
import picocli.CommandLine.Mixin;

/** A command that works on a workspace: opens it, works, closes it. */
abstract class WorkspaceCommand implements Callable<Integer> {

    static final String DEFAULT_FOLDER = "quittance-data";

    private final Environment environment;

    @Mixin
    private CommonOptions common;

    /** What a command does where there is no workspace yet. */
    enum Absent {
        /** Says so: a mistyped name must not become a new, empty workspace. */
        REFUSED,
        /** Makes one. */
        CREATED,
        /** Works in one that is thrown away afterwards. */
        SCRATCH
    }

    WorkspaceCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public final Integer call() throws Exception {
        refuseContradictions(new Texts(environment.locale()));
        Path folder = common.workspaceOr(DEFAULT_FOLDER);
        Absent absent = environment.workspaces().exists(folder) ? Absent.CREATED : whenAbsent();
        switch (absent) {
            case CREATED:
                return executeIn(folder);
            case SCRATCH:
                try (ScratchFolder scratch = ScratchFolder.in(Path.of(System.getProperty("java.io.tmpdir")))) {
                    return executeIn(scratch.path());
                }
            default:
                throw new CommandFailure(
                        ExitCode.INPUT, new Texts(environment.locale()).text("workspace.none", folder.toString()));
        }
    }

    private int executeIn(Path folder) throws Exception {
        try (Workspace workspace = environment.workspaces().open(folder, simulateOn())) {
            Session session = new Session(environment, common, workspace);
            workspace
                    .brokenConfigurations()
                    .forEach((pid, problem) -> session.warn(session.texts()
                            .text("configuration.broken", pid, session.texts().text(problem))));
            boolean kept = false;
            try {
                int exit = execute(session);
                kept = keepsNew() && (exit == ExitCode.DONE || exit == ExitCode.PARTLY);
                return exit;
            } finally {
                if (kept) {
                    // Without a server commands are the only clock, also those that read: the journal may have grown
                    // long before.
                    environment.services().present(HeadArchive.class).ifPresent(HeadArchive::keepDue);
                } else {
                    workspace.discard();
                }
            }
        }
    }

    final boolean json() {
        return common.json();
    }

    /** Options that do not go together are wrong wherever they are typed. */
    void refuseContradictions(Texts texts) throws CommandFailure {}

    Absent whenAbsent() {
        return Absent.REFUSED;
    }

    /** Whether a workspace that did not exist before stays when the command went well. */
    boolean keepsNew() {
        return true;
    }

    /** The day on which a new workspace's simulated clock stands; empty for a real one. */
    Optional<LocalDate> simulateOn() {
        return Optional.empty();
    }

    abstract int execute(Session session) throws Exception;
}
