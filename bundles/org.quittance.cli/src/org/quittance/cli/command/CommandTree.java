package org.quittance.cli.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.quittance.cli.ExitCode;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.workspace.WorkspaceException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** All commands, and what every one of them does with failures. */
public final class CommandTree {

    private CommandTree() {}

    /** Runs one command and returns its exit code; never throws. */
    public static int execute(Environment environment, String... arguments) {
        CommandLine tree = build(environment);
        int exit = tree.execute(arguments);
        environment.out().flush();
        environment.err().flush();
        return exit;
    }

    static CommandLine build(Environment environment) {
        CommandLine tree = new CommandLine(new QuittanceCommand(environment))
                .addSubcommand(new DemoCommand(environment))
                .addSubcommand(new ImportCommand(environment))
                .addSubcommand(new RunCommand(environment))
                .addSubcommand(new ApproveCommand(environment))
                .addSubcommand(new DispatchCommand(environment))
                .addSubcommand(new PostedCommand(environment))
                .addSubcommand(new WithdrawCommand(environment))
                .addSubcommand(new ResolveCommand(environment))
                .addSubcommand(new StopCommand(environment))
                .addSubcommand(new ExplainCommand(environment))
                .addSubcommand(new AgeingCommand(environment))
                .addSubcommand(new CaseCommand(environment))
                .addSubcommand(new ServicesCommand(environment))
                .addSubcommand(new CommandLine(new JournalCommand(environment))
                        .addSubcommand(new JournalVerifyCommand(environment)))
                .addSubcommand(new BackupCommand(environment))
                .addSubcommand(new RestoreCommand(environment))
                .addSubcommand(new CommandLine(new PolicyCommand(environment))
                        .addSubcommand(new PolicyCheckCommand(environment))
                        .addSubcommand(new PolicyListCommand(environment))
                        .addSubcommand(new PolicyShowCommand(environment)))
                .addSubcommand(new CommandLine(new TemplateCommand(environment))
                        .addSubcommand(new TemplateListCommand(environment))
                        .addSubcommand(new TemplateShowCommand(environment))
                        .addSubcommand(new TemplatePreviewCommand(environment))
                        .addSubcommand(new TemplateCheckCommand(environment)))
                .addSubcommand(new BenchCommand(environment));
        tree.setResourceBundle(ResourceBundle.getBundle(
                "org.quittance.cli.command.help", environment.locale(), CommandTree.class.getClassLoader()));
        tree.setOut(new PrintWriter(environment.out(), true));
        tree.setErr(new PrintWriter(environment.err(), true));
        tree.setCaseInsensitiveEnumValuesAllowed(true);
        tree.setUsageHelpAutoWidth(true);
        tree.setExecutionExceptionHandler((failure, command, parsed) -> report(environment, failure, parsed));
        return tree;
    }

    private static int report(Environment environment, Exception failure, ParseResult parsed) {
        environment.out().flush();
        boolean verbose = isVerbose(parsed);
        int exit = exitCode(failure);
        String message = exit == ExitCode.BUG
                ? "this is a bug in Quittance: " + failure + (verbose ? "" : " (run with --verbose for details)")
                : failure.getMessage();
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
        CommandSpec spec = last.commandSpec();
        return spec.findOption("--verbose") != null
                && Boolean.TRUE.equals(spec.findOption("--verbose").getValue());
    }

    private static int exitCode(Exception failure) {
        if (failure instanceof CommandFailure command) {
            return command.exitCode();
        }
        if (failure instanceof WorkspaceException workspace) {
            return switch (workspace.kind()) {
                case LOCKED, DAMAGED -> ExitCode.WORKSPACE;
                case CONFIGURATION -> ExitCode.INPUT;
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
