package org.quittance.cli.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import org.quittance.api.text.Sentence;
import org.quittance.service.server.CommandCall;
import org.quittance.service.server.CommandHost;
import org.quittance.service.workspace.Workspace;
import org.quittance.service.workspace.WorkspaceException;
import org.quittance.service.workspace.Workspaces;

/** The same commands, executed in the server on the workspace it has open. */
final class ServedCommands implements CommandHost {

    private final Environment server;
    private final Workspace workspace;

    ServedCommands(Environment server, Workspace workspace) {
        this.server = server;
        this.workspace = workspace;
    }

    @Override
    public int execute(CommandCall call, String user) {
        Caller caller = new Caller(user, Optional.of(call.directory()), call.terminal(), call.cancelled(), true);
        Environment environment = new Environment(
                server.services(),
                new OnlyOne(server.workspaces(), workspace, new Texts(call.language())),
                server.components(),
                new PrintStream(call.out(), false, StandardCharsets.UTF_8),
                new PrintStream(call.err(), false, StandardCharsets.UTF_8),
                call.language(),
                caller);
        return CommandTree.execute(environment, call.arguments().toArray(String[]::new));
    }

    /** Whatever folder a command names, it came in at the door of this one. */
    private record OnlyOne(Workspaces all, Workspace open, Texts texts) implements Workspaces {

        @Override
        public boolean exists(Path directory) {
            return true;
        }

        @Override
        public Workspace open(Path directory, Optional<LocalDate> simulateOn) throws WorkspaceException {
            if (simulateOn.isPresent() && !open.isSimulated()) {
                throw new WorkspaceException(
                        WorkspaceException.Kind.USAGE,
                        Sentence.plain(texts.text("serve.real", open.directory().toString())),
                        null);
            }
            return new Lent(open);
        }

        @Override
        public int restore(Path backup, Path directory) throws WorkspaceException {
            return all.restore(backup, directory);
        }

        @Override
        public Workspace rehearse(Path backup, Path directory) throws WorkspaceException {
            return all.rehearse(backup, directory);
        }
    }

    /** Stays open when a command is done with it. */
    private record Lent(Workspace open) implements Workspace {

        @Override
        public Path directory() {
            return open.directory();
        }

        @Override
        public Path outbox() {
            return open.outbox();
        }

        @Override
        public boolean isSimulated() {
            return open.isSimulated();
        }

        @Override
        public void simulate(LocalDate today) throws WorkspaceException {
            open.simulate(today);
        }

        @Override
        public void backup(Path file) throws WorkspaceException {
            open.backup(file);
        }

        @Override
        public SortedMap<String, Sentence> brokenConfigurations() {
            return open.brokenConfigurations();
        }

        @Override
        public void close() {}
    }
}
