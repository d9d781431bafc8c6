package org.quittance.cli.command;

import java.util.concurrent.Callable;
import org.quittance.cli.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Groups the commands on templates. */
@Command(name = "template", synopsisSubcommandLabel = "COMMAND")
final class TemplateCommand implements Callable<Integer> {

    private final Environment environment;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "common.help")
    private boolean help;

    TemplateCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(help ? environment.out() : environment.err());
        return ExitCode.USAGE;
    }
}
