package org.quittance.cli.command;

import java.util.concurrent.Callable;
import org.quittance.cli.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program itself: without a command it shows what there is. */
@Command(name = "quittance", synopsisSubcommandLabel = "COMMAND")
final class QuittanceCommand implements Callable<Integer> {

    private final Environment environment;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Option(names = "--version", descriptionKey = "common.version")
    private boolean version;

    QuittanceCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (version) {
            environment
                    .out()
                    .println("Quittance "
                            + environment.services().context().getBundle().getVersion());
            return ExitCode.DONE;
        }
        CommandLine.usage(spec.commandLine(), common.help() ? environment.out() : environment.err());
        return ExitCode.USAGE;
    }
}
