package org.quittance.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.model.Money;
import org.quittance.cli.ExitCode;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyLibrary;
import org.quittance.service.policy.PolicyStep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one policy: its steps and what each of them does. */
@Command(name = "show")
final class PolicyShowCommand extends WorkspaceCommand {

    @Parameters(paramLabel = "ID", descriptionKey = "policy.id")
    private String id;

    @Option(names = "--source", descriptionKey = "policy.source")
    private boolean source;

    PolicyShowCommand(Environment environment) {
        super(environment);
    }

    /** The shipped ones can be looked at before there is anything. */
    @Override
    Absent whenAbsent() {
        return Absent.SCRATCH;
    }

    @Override
    int execute(Session session) throws Exception {
        PolicyLibrary library = session.service(PolicyLibrary.class);
        if (source) {
            session.print(library.source(id)
                    .orElseThrow(() -> unknown(session, library))
                    .stripTrailing());
            return ExitCode.DONE;
        }
        Policy policy;
        try {
            policy = library.policy(id).orElseThrow(() -> unknown(session, library));
        } catch (IllegalStateException e) {
            throw new CommandFailure(ExitCode.INPUT, e.getMessage());
        }
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                write(json, policy, library.file(id));
            }
        } else {
            print(session, policy, library.file(id));
        }
        return ExitCode.DONE;
    }

    private CommandFailure unknown(Session session, PolicyLibrary library) {
        return new CommandFailure(
                ExitCode.USAGE, session.texts().text("policy.unknown", id, String.join(", ", library.ids())));
    }

    /** What people call it, in their language or else in any. */
    static String name(Session session, Policy policy) {
        Map<String, String> names = policy.names();
        return Optional.ofNullable(names.get(session.language().getLanguage()))
                .orElseGet(() -> names.values().stream().sorted().findFirst().orElse(policy.id()));
    }

    private static void write(JsonOutput json, Policy policy, Optional<Path> file) throws IOException {
        json.text("id", policy.id());
        json.text("hash", policy.hash());
        json.text("file", file.map(Path::toString));
        json.object("names", () -> {
            for (var name : policy.names().entrySet()) {
                json.text(name.getKey(), name.getValue());
            }
        });
        amounts(json, "minimumOpen", policy.minimumOpen().values().stream().toList());
        json.number("minimumGapDays", policy.minimumGapDays());
        json.number("bankAgeMaxDays", policy.bankAgeMaxDays());
        json.number("transitDays", policy.transitDays());
        json.flag("thanks", policy.thanks());
        json.object("window", () -> {
            words(
                    json,
                    "days",
                    policy.window().days().stream()
                            .sorted()
                            .map(PolicyShowCommand::word)
                            .toList());
            json.text("from", policy.window().from().toString());
            json.text(
                    "to",
                    policy.window().to().equals(LocalTime.MIDNIGHT)
                            ? "24:00"
                            : policy.window().to().toString());
        });
        json.array("steps", () -> {
            for (PolicyStep step : policy.steps()) {
                json.element(() -> step(json, step));
            }
        });
    }

    private static void step(JsonOutput json, PolicyStep step) throws IOException {
        json.text("id", step.id());
        json.text("kind", word(step.kind()));
        json.number("thresholdDays", step.thresholdDays());
        json.number("gapDays", step.gapDays());
        json.text("template", step.template());
        words(json, "media", step.media().stream().map(Object::toString).toList());
        words(json, "charges", charges(step));
        amounts(json, "lateFee", step.lateFee().values().stream().toList());
        amounts(json, "minimumOpen", step.minimumOpen().values().stream().toList());
        json.flag("onlyUnanswered", step.onlyUnanswered());
        json.number("remindersBefore", step.remindersBefore());
        json.text("evidence", word(step.evidence()));
        json.number("deadlineDays", step.deadlineDays());
        json.number("expiresAfterDays", step.expiresAfterDays());
    }

    private static void words(JsonOutput json, String key, List<String> words) throws IOException {
        json.array(key, () -> {
            for (String word : words) {
                json.generator().writeString(word);
            }
        });
    }

    private static void amounts(JsonOutput json, String key, List<Money> amounts) throws IOException {
        json.object(key, () -> {
            for (Money amount : amounts) {
                json.amount(amount.currency().getCurrencyCode(), amount);
            }
        });
    }

    private static List<String> charges(PolicyStep step) {
        return step.charges().stream().map(PolicyShowCommand::word).sorted().toList();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static void print(Session session, Policy policy, Optional<Path> file) {
        Texts texts = session.texts();
        session.print(policy.id() + " – " + name(session, policy) + " ("
                + file.map(Path::toString).orElse(texts.text("template.shipped")) + ")");
        Table table = new Table("rlllll")
                .row(
                        texts.text("column.days"),
                        texts.text("column.step"),
                        texts.text("column.kind"),
                        texts.text("column.template"),
                        texts.text("column.channel"),
                        texts.text("column.charges"));
        for (PolicyStep step : policy.steps()) {
            table.row(
                    texts.count(step.thresholdDays()),
                    step.id(),
                    texts.word("step-kind", step.kind().name()),
                    step.template(),
                    String.join(
                            ", ", step.media().stream().map(Object::toString).toList()),
                    String.join(
                            ", ",
                            step.charges().stream()
                                    .sorted()
                                    .map(charge -> texts.word("charge", charge.name()))
                                    .toList()));
        }
        table.lines().forEach(session::print);
    }
}
