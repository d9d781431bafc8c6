package org.quittance.cli.command;

import java.io.IOException;
import java.util.List;
import org.quittance.api.legal.LegalRoute;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.cli.ExitCode;
import org.quittance.service.escalation.LegalRoutes;
import org.quittance.service.escalation.LegalRoutes.Ways;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the ways to a court for what a debtor owes, and records the one a person chose. */
@Command(name = "escalate")
final class EscalateCommand extends WorkspaceCommand {

    @Parameters(paramLabel = "DEBTOR", descriptionKey = "case.debtor")
    private String debtor;

    @Option(names = "--route", paramLabel = "ID", descriptionKey = "escalate.route")
    private String route;

    EscalateCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        Creditor creditor = session.creditor();
        Debtor found = DebtorChoice.of(session, creditor, debtor);
        LegalRoutes routes = session.service(LegalRoutes.class);
        if (route != null) {
            chosen(session, found, routes.choose(creditor.id(), found.id(), route, session.actor()));
        } else {
            show(session, found, routes.routes(creditor.id(), found.id()));
        }
        return ExitCode.DONE;
    }

    private static void chosen(Session session, Debtor debtor, LegalRoute route) throws IOException {
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.text("debtor", debtor.id().value());
                write(json, route);
            }
        } else {
            session.print(session.texts().text("escalate.chosen", debtor.name(), name(session, route)));
            print(session, route);
        }
    }

    private static void show(Session session, Debtor debtor, List<Ways> ways) throws IOException {
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.text("debtor", debtor.id().value());
                json.array("claims", () -> {
                    for (Ways one : ways) {
                        json.element(() -> write(json, one));
                    }
                });
            }
            return;
        }
        Texts texts = session.texts();
        for (Ways one : ways) {
            session.print(texts.text(
                    "escalate.claim",
                    debtor.name(),
                    texts.amount(one.claim().principal()),
                    texts.amount(one.claim().accessories()),
                    texts.date(one.claim().oldestDueDate())));
            one.routes().forEach(each -> print(session, each));
        }
        session.print(texts.text("escalate.decide"));
    }

    private static void write(JsonOutput json, Ways ways) throws IOException {
        json.text("law", ways.law());
        json.text("currency", ways.claim().principal().currency().getCurrencyCode());
        json.amount("principal", ways.claim().principal());
        json.amount("accessories", ways.claim().accessories());
        json.date("oldestDueDate", ways.claim().oldestDueDate());
        json.flag("contested", ways.claim().contested());
        json.flag("noticeSent", ways.claim().noticeSent());
        json.array("routes", () -> {
            for (LegalRoute route : ways.routes()) {
                json.element(() -> write(json, route));
            }
        });
    }

    private static void write(JsonOutput json, LegalRoute route) throws IOException {
        json.text("route", route.id());
        json.flag("open", route.open());
        json.array("conditions", () -> {
            for (LegalRoute.Condition condition : route.conditions()) {
                json.element(() -> {
                    json.text("text", condition.text());
                    json.text("article", condition.article());
                    json.flag("met", condition.met());
                });
            }
        });
    }

    private static void print(Session session, LegalRoute route) {
        Texts texts = session.texts();
        session.print("");
        session.print(name(session, route) + " (" + route.id() + "): "
                + texts.text(route.open() ? "escalate.open" : "escalate.closed"));
        route.conditions()
                .forEach(condition -> session.print(
                        (condition.met() ? "  + " : "  – ") + condition.text() + " [" + condition.article() + "]"));
    }

    private static String name(Session session, LegalRoute route) {
        return session.texts().word("route", route.id());
    }
}
