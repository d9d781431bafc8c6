package org.quittance.cli.command;

import java.util.concurrent.Callable;
import org.quittance.cli.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Groups the commands on what came in on the bank. */
@Command(name = "match", synopsisSubcommandLabel = "COMMAND")
final class MatchCommand implements Callable<Integer> {

    private final Environment environment;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    MatchCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(common.help() ? environment.out() : environment.err());
        return ExitCode.USAGE;
    }
}
