package org.quittance.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import org.quittance.api.text.Sentence;
import org.quittance.cli.ExitCode;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.workspace.WorkspaceException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** All commands, and what every one of them does with failures. */
public final class CommandTree {

    private CommandTree() {}

    /** Runs one command and returns its exit code; never throws. */
    public static int execute(Environment environment, String... arguments) {
        int exit = isGarbled(arguments)
                ? garbled(environment)
                : build(environment, arguments).execute(arguments);
        environment.out().flush();
        environment.err().flush();
        return exit;
    }

    /** Letters that the terminal's encoding lost would be kept for ever as question marks in the journal. */
    private static boolean isGarbled(String... arguments) {
        for (String argument : arguments) {
            if (argument.indexOf('\uFFFD') >= 0) {
                return true;
            }
        }
        return false;
    }

    private static int garbled(Environment environment) {
        environment.err().println("quittance: " + new Texts(environment.locale()).text("usage.garbled"));
        return ExitCode.USAGE;
    }

    static CommandLine build(Environment environment, String... arguments) {
        CommandLine tree = new CommandLine(new QuittanceCommand(environment));
        new Commands(environment).wanted(arguments).forEach(tree::addSubcommand);
        tree.setResourceBundle(ResourceBundle.getBundle(
                "org.quittance.cli.command.help", environment.locale(), CommandTree.class.getClassLoader()));
        tree.setOut(new PrintWriter(environment.out(), true));
        tree.setErr(new PrintWriter(environment.err(), true));
        tree.setCaseInsensitiveEnumValuesAllowed(true);
        tree.setUsageHelpAutoWidth(true);
        new TypedValues(environment.locale()).teach(tree);
        environment
                .caller()
                .directory()
                .ifPresent(folder -> tree.registerConverter(Path.class, name -> folder.resolve(name)));
        Texts texts = new Texts(environment.locale());
        CommandGroups.show(tree, texts);
        nameCommands(tree, texts.text("usage.command"));
        tree.setParameterExceptionHandler(new UsageErrors(texts));
        tree.setExecutionStrategy(parsed -> {
            UsageErrors.refuseUnmatched(tree, parsed);
            OptionalInt exit = Attachment.execute(environment, tree, parsed);
            return exit.isPresent() ? exit.getAsInt() : new CommandLine.RunLast().execute(parsed);
        });
        tree.setExecutionExceptionHandler((failure, command, parsed) -> report(environment, failure, parsed));
        return tree;
    }

    /** What stands for a command in the usage of a group of commands. */
    private static void nameCommands(CommandLine group, String label) {
        if (!group.getSubcommands().isEmpty()) {
            group.getCommandSpec().usageMessage().synopsisSubcommandLabel(label);
            group.getSubcommands().values().forEach(member -> nameCommands(member, label));
        }
    }

    private static int report(Environment environment, Exception failure, ParseResult parsed) {
        environment.out().flush();
        boolean verbose = isVerbose(parsed);
        int exit = exitCode(failure);
        Texts texts = new Texts(environment.locale());
        String message = exit == ExitCode.BUG
                ? texts.text(verbose ? "failure.bug-shown" : "failure.bug", failure.toString())
                : texts.text(Sentence.from(failure));
        environment.err().println("quittance: " + message);
        if (verbose) {
            failure.printStackTrace(environment.err());
        }
        return exit;
    }

    private static boolean isVerbose(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return CommonOptions.of(last.commandSpec()).map(CommonOptions::verbose).orElse(false);
    }

    private static int exitCode(Exception failure) {
        if (failure instanceof CommandFailure command) {
            return command.exitCode();
        }
        if (failure instanceof WorkspaceException workspace) {
            return switch (workspace.kind()) {
                case LOCKED, DAMAGED -> ExitCode.WORKSPACE;
                case CONFIGURATION, INPUT -> ExitCode.INPUT;
                case USAGE -> ExitCode.USAGE;
            };
        }
        if (failure instanceof CaseworkException casework) {
            return switch (casework.kind()) {
                case USAGE -> ExitCode.USAGE;
                case INPUT, FORBIDDEN, STOPPED -> ExitCode.INPUT;
                case UNAVAILABLE, WORKSPACE -> ExitCode.WORKSPACE;
            };
        }
        return ExitCode.BUG;
    }

    static Locale language(Environment environment) {
        return environment.locale().getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
    }
}
