package org.quittance.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that every command has. They may stand before the command too; what stands closest to it counts. */
final class CommonOptions {

    private static final String MIXIN = "common";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

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
        Optional<Path> given = givenWorkspace();
        if (given.isPresent()) {
            return given.get();
        }
        String home = System.getenv("QUITTANCE_HOME");
        return Path.of(home != null && !home.isBlank() ? home : defaultFolder);
    }

    Optional<Path> givenWorkspace() {
        return Optional.ofNullable(workspace).or(() -> outer().flatMap(CommonOptions::givenWorkspace));
    }

    Optional<String> creditor() {
        return Optional.ofNullable(creditor).or(() -> outer().flatMap(CommonOptions::creditor));
    }

    boolean json() {
        return json || outer().map(CommonOptions::json).orElse(false);
    }

    boolean verbose() {
        return verbose || outer().map(CommonOptions::verbose).orElse(false);
    }

    boolean help() {
        return help;
    }

    private Optional<CommonOptions> outer() {
        return Optional.ofNullable(command.parent()).flatMap(CommonOptions::of);
    }

    /** Those of a command, or of the nearest one above it that has them. */
    static Optional<CommonOptions> of(CommandSpec command) {
        for (CommandSpec spec = command; spec != null; spec = spec.parent()) {
            CommandSpec mixin = spec.mixins().get(MIXIN);
            if (mixin != null && mixin.userObject() instanceof CommonOptions options) {
                return Optional.of(options);
            }
        }
        return Optional.empty();
    }
}
