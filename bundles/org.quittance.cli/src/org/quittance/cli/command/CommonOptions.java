package org.quittance.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that every command has. */
final class CommonOptions {

    @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "common.workspace")
    private Path workspace;

    @Option(names = "--creditor", paramLabel = "ID", descriptionKey = "common.creditor")
    private String creditor;

    @Option(names = "--json", descriptionKey = "common.json")
    private boolean json;

    @Option(names = "--verbose", descriptionKey = "common.verbose")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "common.help")
    private boolean help;

    /** As given, else from the environment, else the default folder. */
    Path workspaceOr(String defaultFolder) {
        if (workspace != null) {
            return workspace;
        }
        String home = System.getenv("QUITTANCE_HOME");
        return Path.of(home != null && !home.isBlank() ? home : defaultFolder);
    }

    Optional<Path> givenWorkspace() {
        return Optional.ofNullable(workspace);
    }

    Optional<String> creditor() {
        return Optional.ofNullable(creditor);
    }

    boolean json() {
        return json;
    }

    boolean verbose() {
        return verbose;
    }

    boolean help() {
        return help;
    }
}
