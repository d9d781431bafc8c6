package org.quittance.cli.command;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.quittance.cli.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the person's language what is wrong with the words typed, and where the right ones are shown. */
final class UsageErrors implements IParameterExceptionHandler {

    private final Texts texts;

    UsageErrors(Texts texts) {
        this.texts = texts;
    }

    /** Asking for help hides words that belong to no command; they are wrong all the same. */
    static void refuseUnmatched(CommandLine tree, ParseResult parsed) {
        CommandLine command = tree;
        ParseResult level = parsed;
        while (level.unmatched().isEmpty() && level.hasSubcommand()) {
            level = level.subcommand();
            command = level.commandSpec().commandLine();
        }
        if (!level.unmatched().isEmpty()) {
            throw new UnmatchedArgumentException(command, level.unmatched());
        }
    }

    @Override
    public int handleParseException(ParameterException error, String[] words) {
        CommandLine command = error.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("quittance: " + message(error, Arrays.asList(words)));
        if (error instanceof UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            if (!near.isEmpty()) {
                err.println(texts.text("usage.did-you-mean", String.join(", ", near)));
            }
        }
        err.println(texts.text("usage.see-help", command.getCommandSpec().qualifiedName()));
        return ExitCode.USAGE;
    }

    private String message(ParameterException error, List<String> words) {
        if (error instanceof UnmatchedArgumentException unmatched) {
            List<String> wrong = unmatched.getUnmatched();
            return texts.text(
                    unmatchedKey(unmatched), unmatched.isUnknownOption() ? wrong.get(0) : String.join(" ", wrong));
        }
        if (error instanceof MissingParameterException missing) {
            return missing(missing, words);
        }
        if (error instanceof OverwrittenOptionException twice) {
            return texts.text("usage.twice", name(twice.getOverwritten()));
        }
        return error.getArgSpec() == null || error.getValue() == null
                ? String.valueOf(error.getMessage())
                : badValue(error.getArgSpec(), error.getValue());
    }

    private static String unmatchedKey(UnmatchedArgumentException error) {
        if (error.isUnknownOption()) {
            return "usage.unknown-option";
        }
        return error.getCommandLine().getSubcommands().isEmpty() ? "usage.superfluous" : "usage.unknown-command";
    }

    /** An option that was typed lacks its value; the rest was not typed at all. */
    private String missing(MissingParameterException error, List<String> words) {
        for (ArgSpec missing : error.getMissing()) {
            if (missing instanceof OptionSpec option
                    && Arrays.stream(option.names()).anyMatch(words::contains)) {
                return texts.text("usage.no-value", option.longestName(), option.paramLabel());
            }
        }
        return texts.text(
                "usage.missing",
                error.getMissing().stream().map(UsageErrors::synopsis).collect(Collectors.joining(", ")));
    }

    private String badValue(ArgSpec wrong, String value) {
        Class<?> type = wrong.auxiliaryTypes()[0];
        if (type == LocalDate.class) {
            return texts.text("usage.no-date", name(wrong), value);
        }
        if (type.isEnum()) {
            String known = Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            return texts.text("usage.no-choice", name(wrong), value, known);
        }
        if (type == BigDecimal.class) {
            return texts.text("usage.no-amount", name(wrong), value);
        }
        boolean number = type == int.class || type == long.class || Number.class.isAssignableFrom(type);
        return texts.text(number ? "usage.no-number" : "usage.no-good", name(wrong), value);
    }

    private static String name(ArgSpec spec) {
        return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
    }

    private static String synopsis(ArgSpec spec) {
        return spec instanceof OptionSpec option
                ? option.longestName() + (option.arity().max() > 0 ? " " + option.paramLabel() : "")
                : spec.paramLabel();
    }
}
