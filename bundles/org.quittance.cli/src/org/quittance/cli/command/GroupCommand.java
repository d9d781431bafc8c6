package org.quittance.cli.command;

import java.util.concurrent.Callable;
import org.quittance.cli.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A group of commands, which shows its members and does nothing else. */
@Command
final class GroupCommand implements Callable<Integer> {

    private final Environment environment;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    GroupCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(common.help() ? environment.out() : environment.err());
        return ExitCode.USAGE;
    }
}
