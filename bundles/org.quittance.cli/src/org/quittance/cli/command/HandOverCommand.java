package org.quittance.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.quittance.api.agency.CasePackage;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.ledger.HandOver;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.text.Sentence;
import org.quittance.cli.ExitCode;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.DunningEngine;
import org.quittance.service.escalation.HandOvers;
import org.quittance.service.escalation.HandOvers.Feedback;
import org.quittance.service.escalation.HandOvers.Filed;
import org.quittance.service.escalation.HandOvers.Order;
import org.quittance.service.escalation.HandOvers.Proposal;
import org.quittance.service.escalation.HandOvers.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a case to a collection agency, lists what is there, files what agencies report. */
@Command(name = "handover")
final class HandOverCommand extends WorkspaceCommand {

    @Parameters(paramLabel = "DEBTOR", arity = "0..1", descriptionKey = "case.debtor")
    private String debtor;

    @Option(names = "--agency", paramLabel = "ID", descriptionKey = "handover.agency")
    private String agency;

    @Option(names = "--dry-run", descriptionKey = "handover.dry-run")
    private boolean dryRun;

    @Option(names = "--acknowledge-figures", descriptionKey = "handover.acknowledge-figures")
    private boolean figuresAcknowledged;

    @Option(names = "--list", descriptionKey = "handover.list")
    private boolean list;

    @Option(names = "--feedback", descriptionKey = "handover.feedback")
    private boolean feedback;

    HandOverCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        boolean one = debtor != null;
        if ((one ? 1 : 0) + (list ? 1 : 0) + (feedback ? 1 : 0) != 1) {
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("handover.what"));
        }
        Creditor creditor = session.creditor();
        HandOvers handOvers = session.service(HandOvers.class);
        if (list) {
            list(session, handOvers, creditor);
            return ExitCode.DONE;
        }
        if (feedback) {
            return feedback(session, handOvers.feedback(creditor.id(), session.actor()));
        }
        Debtor found = DebtorChoice.of(session, creditor, debtor);
        Order order = new Order(creditor.id(), found.id(), Optional.ofNullable(agency));
        if (dryRun) {
            propose(session, handOvers.propose(order));
            return ExitCode.DONE;
        }
        Standing standing = handOvers.handOver(order, figuresAcknowledged, session.actor());
        HandOverRows.show(session, standing);
        return standing.handOver().state() == HandOver.State.REFUSED ? ExitCode.PARTLY : ExitCode.DONE;
    }

    private static void list(Session session, HandOvers handOvers, Creditor creditor) throws Exception {
        List<HandOvers.Agency> agencies = handOvers.agencies(creditor.id());
        List<Standing> standings = handOvers.list(creditor.id());
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.array("agencies", () -> {
                    for (HandOvers.Agency one : agencies) {
                        json.element(() -> {
                            json.text("id", one.id());
                            json.text("name", one.profile().name());
                            json.text("terms", one.profile().terms());
                            json.text(
                                    "countries", String.join(" ", one.profile().countries()));
                            json.text("mandateLacks", String.join(" ", one.missing()));
                        });
                    }
                });
                json.array("handOvers", () -> {
                    for (Standing standing : standings) {
                        json.element(() -> HandOverRows.write(json, standing));
                    }
                });
            }
            return;
        }
        Texts texts = session.texts();
        for (HandOvers.Agency one : agencies) {
            session.print(one.id() + "  " + one.profile().name() + "  "
                    + one.profile().terms());
            if (!one.missing().isEmpty()) {
                session.print("  ! " + texts.text("handover.mandate-lacks", String.join(", ", one.missing())));
            }
        }
        standings.forEach(standing -> HandOverRows.print(session, standing));
        if (agencies.isEmpty() && standings.isEmpty()) {
            session.print(texts.text("handover.none"));
        }
    }

    private static int feedback(Session session, Feedback feedback) throws IOException {
        Texts texts = session.texts();
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.array("filed", () -> {
                    for (Filed one : feedback.filed()) {
                        json.element(() -> write(json, one));
                    }
                });
                json.array("refused", () -> {
                    for (Sentence sentence : feedback.refused()) {
                        json.element(() -> json.text("reason", texts.text(sentence)));
                    }
                });
            }
        } else {
            if (feedback.filed().isEmpty() && feedback.refused().isEmpty()) {
                session.print(texts.text("handover.no-news"));
            }
            for (Filed one : feedback.filed()) {
                session.print(texts.text(
                        "handover.report",
                        one.debtor(),
                        texts.date(one.event().on()),
                        texts.word("agency-event", one.event().kind().name()),
                        one.event().amount().map(texts::amount).orElse(""),
                        one.event().text()));
            }
            feedback.refused().forEach(sentence -> session.print("! " + texts.text(sentence)));
        }
        return feedback.refused().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY;
    }

    private static void write(JsonOutput json, Filed one) throws IOException {
        json.text("debtor", one.debtor().value());
        json.text("agency", one.agency());
        json.text("event", one.event().id());
        json.text("kind", one.event().kind().name());
        json.date("on", one.event().on());
        if (one.event().amount().isPresent()) {
            json.text("currency", one.event().amount().get().currency().getCurrencyCode());
            json.amount("amount", one.event().amount().get());
        }
        json.text("text", one.event().text());
    }

    private static void propose(Session session, Proposal proposal) throws Exception {
        DunningEngine engine = session.service(DunningEngine.class);
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.flag("dryRun", true);
                json.text("debtor", proposal.debtor().id().value());
                json.text("agency", proposal.agency().id());
                if (proposal.file().isPresent()) {
                    write(json, proposal.file().get());
                }
                json.array("leftOut", () -> {
                    for (Answer answer : proposal.leftOut()) {
                        json.element(() -> {
                            json.text("invoice", answer.number());
                            json.text("reason", answer.reason().name());
                            json.text("text", engine.text(answer, session.language()));
                        });
                    }
                });
            }
            return;
        }
        Texts texts = session.texts();
        if (proposal.file().isPresent()) {
            print(session, proposal, proposal.file().get());
        } else {
            session.print(texts.text("handover.nothing-goes", proposal.debtor().name()));
        }
        proposal.leftOut()
                .forEach(answer ->
                        session.print("  – " + answer.number() + ": " + engine.text(answer, session.language())));
    }

    private static void write(JsonOutput json, CasePackage file) throws IOException {
        MessageFacts claim = file.claim();
        json.text("currency", claim.principal().currency().getCurrencyCode());
        json.amount("principal", claim.principal());
        json.amount("interest", claim.interest());
        json.amount("indemnity", claim.indemnity());
        json.amount("total", claim.total());
        json.date("limitationDate", file.limitationDate());
        json.array("items", () -> {
            for (MessageFacts.Line line : claim.lines()) {
                json.element(() -> {
                    json.text("invoice", line.number());
                    json.number("instalment", line.instalment());
                    json.amount("claimed", line.claimed());
                });
            }
        });
        json.array("exhibits", () -> {
            for (var exhibit : file.exhibits()) {
                json.element(() -> json.text("file", exhibit.fileName()));
            }
        });
    }

    private static void print(Session session, Proposal proposal, CasePackage file) {
        Texts texts = session.texts();
        MessageFacts claim = file.claim();
        session.print(texts.text(
                "handover.proposal",
                proposal.debtor().name(),
                proposal.agency().profile().name(),
                texts.amount(claim.total()),
                texts.amount(claim.principal()),
                texts.amount(claim.interest()),
                texts.amount(claim.indemnity().plus(claim.fees()))));
        claim.lines().forEach(line -> session.print("  • " + line.number() + "  " + texts.amount(line.claimed())));
        file.limitationDate()
                .ifPresent(day -> session.print("  " + texts.text("handover.limitation", texts.date(day))));
        session.print("  "
                + texts.text(
                        "handover.documents",
                        file.exhibits().size(),
                        file.contacts().size()));
    }
}
