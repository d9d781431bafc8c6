package org.quittance.cli.command;

import java.io.IOException;
import java.time.LocalDate;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.cli.ExitCode;
import org.quittance.service.proof.PersonalData;
import org.quittance.service.proof.PersonalData.Erasure;
import org.quittance.service.proof.PersonalData.Kept;
import org.quittance.service.proof.PersonalData.Obstacle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Erases what is held about a debtor, as far as the law lets go of it; without a confirmation it only says so. */
@Command(name = "erase")
final class EraseCommand extends WorkspaceCommand {

    @Parameters(paramLabel = "DEBTOR", descriptionKey = "case.debtor")
    private String debtor;

    @Option(names = "--confirm", descriptionKey = "erase.confirm")
    private boolean confirm;

    EraseCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        Creditor creditor = session.creditor();
        LocalDate today = session.today(creditor);
        Debtor found = DebtorChoice.of(session, creditor, debtor);
        PersonalData personal = session.service(PersonalData.class);
        Erasure erasure = confirm
                ? personal.erase(creditor.id(), found.id(), today, session.actor())
                : personal.plan(creditor.id(), found.id(), today);
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                write(json, found, erasure);
            }
        } else {
            print(session, found, erasure);
        }
        return confirm && !erasure.done() ? ExitCode.INPUT : ExitCode.DONE;
    }

    private static void write(JsonOutput json, Debtor debtor, Erasure erasure) throws IOException {
        json.text("debtor", debtor.id().value());
        json.flag("erased", erasure.done());
        json.number("rows", erasure.rows());
        json.number("documents", erasure.documents());
        json.array("obstacles", () -> {
            for (Obstacle obstacle : erasure.obstacles()) {
                json.element(() -> {
                    json.text("reason", obstacle.reason().name());
                    json.number("count", obstacle.count());
                    json.date("until", obstacle.until());
                    json.text("article", obstacle.article());
                });
            }
        });
        json.array("kept", () -> {
            for (Kept kept : erasure.kept()) {
                json.element(() -> {
                    json.text("category", kept.category().name());
                    json.date("until", kept.until());
                    json.text("article", kept.article());
                    json.flag("lawyerValidated", kept.lawyerValidated());
                });
            }
        });
    }

    private static void print(Session session, Debtor debtor, Erasure erasure) {
        Texts texts = session.texts();
        if (erasure.done()) {
            session.print(texts.text("erase.done", debtor.id(), erasure.rows(), erasure.documents()));
        } else if (erasure.obstacles().isEmpty()) {
            session.print(texts.text("erase.possible", debtor.name()));
        } else {
            session.print(texts.text("erase.refused", debtor.name()));
        }
        for (Obstacle obstacle : erasure.obstacles()) {
            session.print("  • "
                    + texts.text(
                            "erase." + obstacle.reason().name(),
                            obstacle.count(),
                            obstacle.until().map(texts::date).orElse(""),
                            obstacle.article().orElse("")));
        }
        for (Kept kept : erasure.kept()) {
            session.print("  • "
                    + texts.text("erase.kept." + kept.category().name(), texts.date(kept.until()), kept.article()));
        }
    }
}
