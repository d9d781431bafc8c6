package org.quittance.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.quittance.cli.ExitCode;
import org.quittance.service.server.CommandCall;
import org.quittance.service.server.ServerLink;
import org.quittance.service.workspace.WorkspaceException;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParseResult;

/** While a server owns the workspace, commands on it are executed there. */
final class Attachment {

    private Attachment() {}

    /** A command that is about no workspace that exists, or about the process itself: it is executed here in any case. */
    interface Apart {}

    /** The exit code of a command that the server of its workspace has executed; empty where it is to be executed here. */
    static OptionalInt execute(Environment environment, CommandLine tree, ParseResult parsed) {
        ParseResult last = parsed;
        boolean asksForHelp = parsed.isUsageHelpRequested();
        while (last.hasSubcommand()) {
            last = last.subcommand();
            asksForHelp |= last.isUsageHelpRequested();
        }
        Object command = last.commandSpec().userObject();
        boolean isApart = command instanceof Apart || command instanceof QuittanceCommand;
        Optional<CommonOptions> options = CommonOptions.of(last.commandSpec());
        if (environment.caller().isServed() && command instanceof Apart && !asksForHelp) {
            throw new ExecutionException(
                    tree,
                    "refused",
                    new CommandFailure(ExitCode.USAGE, new Texts(environment.locale()).text("serve.apart")));
        }
        if (environment.caller().isServed() || asksForHelp || isApart || options.isEmpty()) {
            return OptionalInt.empty();
        }
        Optional<ServerLink> link = environment.services().present(ServerLink.class);
        if (link.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            return link.get()
                    .execute(options.get().workspaceOr(WorkspaceCommand.DEFAULT_FOLDER), call(environment, parsed));
        } catch (WorkspaceException e) {
            throw new ExecutionException(tree, "the server does not answer", e);
        }
    }

    private static CommandCall call(Environment environment, ParseResult parsed) {
        return new CommandCall(
                parsed.originalArgs(),
                Path.of("").toAbsolutePath(),
                environment.locale(),
                environment.caller().terminal(),
                environment.out(),
                environment.err(),
                environment.caller().cancelled());
    }
}
