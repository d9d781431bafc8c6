package org.quittance.cli.command;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quittance.api.model.Creditor;
import org.quittance.cli.ExitCode;
import org.quittance.service.casework.ExplainService;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.DunningEngine;
import org.quittance.service.decision.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what is decided for one invoice and how it came to that. */
@Command(name = "explain")
final class ExplainCommand extends WorkspaceCommand {

    @Parameters(paramLabel = "INVOICE", descriptionKey = "explain.invoice")
    private String invoice;

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "explain.as-of")
    private LocalDate asOf;

    ExplainCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        Creditor creditor = session.creditor();
        LocalDate day = asOf != null ? asOf : session.today(creditor);
        List<Explanation> found =
                session.service(ExplainService.class).explain(creditor.id(), invoice, day, session.language());
        if (found.isEmpty()) {
            Texts texts = session.texts();
            String none = texts.text("explain.none", invoice, texts.date(day));
            List<String> near = session.service(ExplainService.class).near(creditor.id(), invoice, day);
            throw new CommandFailure(
                    ExitCode.USAGE, near.isEmpty() ? none : texts.text("explain.near", none, String.join(", ", near)));
        }
        boolean oneInvoice = found.stream()
                        .map(one -> one.answer().item().invoice())
                        .distinct()
                        .count()
                == 1;
        if (!oneInvoice) {
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("explain.ambiguous", invoice, names(found)));
        }
        DunningEngine engine = session.service(DunningEngine.class);
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                write(session, json, engine, found.get(0));
                json.array("instalments", () -> {
                    for (Explanation one : found) {
                        json.element(() -> write(session, json, engine, one));
                    }
                });
            }
        } else {
            found.forEach(one -> print(session, engine, one));
        }
        return ExitCode.DONE;
    }

    private static String names(List<Explanation> found) {
        return String.join(
                ", ",
                found.stream()
                        .map(one -> one.answer().item().toString())
                        .distinct()
                        .toList());
    }

    private static void write(Session session, JsonOutput json, DunningEngine engine, Explanation one)
            throws IOException {
        Answer answer = one.answer();
        json.text("invoice", answer.number());
        json.number("instalment", answer.item().instalment());
        json.text("decision", answer.reason().acts() ? "ACT" : "SILENT");
        json.text("step", answer.step());
        json.text("reason", answer.reason().name());
        json.text("text", engine.text(answer, session.language()));
        json.amount("open", answer.open());
        json.text("currency", answer.open().currency().getCurrencyCode());
        json.array("because", () -> {
            for (String sentence : one.because()) {
                json.generator().writeString(sentence);
            }
        });
        json.object("next", () -> {
            json.date("date", answer.nextDate());
            json.text("step", answer.nextDate().isPresent() ? answer.step() : Optional.empty());
        });
    }

    private static void print(Session session, DunningEngine engine, Explanation one) {
        String decision = engine.text(one.answer(), session.language());
        session.print(decision);
        one.because().stream()
                .filter(sentence -> !sentence.equals(decision))
                .forEach(sentence -> session.print("  • " + sentence));
        one.answer()
                .nextDate()
                .filter(date -> !decision.contains(session.texts().date(date)))
                .ifPresent(date -> session.print(session.texts()
                        .text(
                                "explain.next",
                                session.texts().date(date),
                                one.answer().step().map(session.texts()::step).orElse("–"))));
    }
}
