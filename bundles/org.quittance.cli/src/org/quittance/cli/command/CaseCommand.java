package org.quittance.cli.command;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quittance.api.ledger.CaseAgreements;
import org.quittance.api.ledger.JournalEntry;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.OpenItem;
import org.quittance.api.score.Score;
import org.quittance.cli.ExitCode;
import org.quittance.service.agreement.ContactService;
import org.quittance.service.agreement.ScoreService;
import org.quittance.service.casework.CaseService;
import org.quittance.service.casework.CaseService.CaseView;
import org.quittance.service.decision.DunningEngine;
import org.quittance.service.decision.Explanation;
import org.quittance.service.escalation.HandOvers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one debtor's case. */
@Command(name = "case")
final class CaseCommand extends WorkspaceCommand {

    @Parameters(paramLabel = "DEBTOR", arity = "0..1", descriptionKey = "case.debtor")
    private String debtor;

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "case.as-of")
    private LocalDate asOf;

    @Option(names = "--to-do", descriptionKey = "case.to-do")
    private boolean toDo;

    CaseCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        Creditor creditor = session.creditor();
        LocalDate day = asOf != null ? asOf : session.today(creditor);
        if (toDo) {
            toDo(session, creditor, day);
            return ExitCode.DONE;
        }
        if (debtor == null) {
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("record.no-debtor"));
        }
        CaseService cases = session.service(CaseService.class);
        List<Debtor> found = cases.search(creditor.id(), debtor);
        if (found.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("case.none", debtor));
        }
        if (found.size() > 1) {
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("case.ambiguous", debtor, names(found)));
        }
        CaseView view = cases.view(creditor.id(), found.get(0).id(), day, session.language());
        CaseAgreements agreements = session.service(ContactService.class)
                .agreements(creditor.id(), found.get(0).id());
        Optional<Score> score = session.service(ScoreService.class)
                .score(creditor.id(), found.get(0).id(), day);
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                write(session, json, view, agreements);
                writeScore(json, score);
            }
        } else {
            print(session, view, agreements, score, session.service(DunningEngine.class), creditor);
        }
        return ExitCode.DONE;
    }

    private static void toDo(Session session, Creditor creditor, LocalDate day) throws Exception {
        List<ToDo> list = ToDo.of(session.service(ContactService.class).waiting(creditor.id()), session.texts());
        HandOverRows.toDo(session.service(HandOvers.class).list(creditor.id()), session.texts())
                .forEach(list::add);
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                rows(json, "toDo", list, one -> {
                    json.text("debtor", one.debtor().value());
                    json.text("id", one.id());
                    json.date("due", one.due());
                    json.flag("overdue", one.isOverdue(day));
                    json.text("text", one.line());
                });
            }
            return;
        }
        if (list.isEmpty()) {
            session.print(session.texts().text("to-do.none"));
        }
        for (ToDo one : list) {
            session.print((one.isOverdue(day) ? "! " : "  ") + one.debtor() + "  " + one.line());
        }
    }

    private static String names(List<Debtor> found) {
        return String.join(", ", found.stream().map(Debtor::toString).toList());
    }

    private static void write(Session session, JsonOutput json, CaseView view, CaseAgreements agreements)
            throws IOException {
        json.object("debtor", () -> writeDebtor(json, view.debtor()));
        json.array("items", () -> {
            for (OpenItem item : view.items()) {
                json.element(() -> writeItem(json, item));
            }
        });
        writeAgreements(json, agreements);
        json.array("messages", () -> {
            for (MessageRecord message : view.messages()) {
                json.element(() -> writeMessage(json, message));
            }
        });
        json.array("timeline", () -> {
            for (JournalEntry entry : view.timeline()) {
                json.element(() -> {
                    json.text("at", entry.at().toString());
                    json.text("actor", entry.actor());
                    json.text("kind", entry.kind());
                    json.text("payload", entry.payload());
                });
            }
        });
        session.environment().out().flush();
    }

    private static void writeDebtor(JsonOutput json, Debtor debtor) throws IOException {
        json.text("id", debtor.id().value());
        json.text("name", debtor.name());
        json.text("kind", debtor.kind().name());
        json.text("language", debtor.language().getLanguage());
        json.text("country", debtor.country());
        json.text("email", debtor.email());
        json.text("phone", debtor.phone());
    }

    private static void writeItem(JsonOutput json, OpenItem item) throws IOException {
        json.text("invoice", item.number());
        json.number("instalment", item.key().instalment());
        json.text("kind", item.kind().name());
        json.date("dueDate", item.dueDate());
        json.text("currency", item.open().currency().getCurrencyCode());
        json.amount("original", item.original());
        json.amount("open", item.open());
        json.amount("disputed", item.disputed());
    }

    private static void writeMessage(JsonOutput json, MessageRecord message) throws IOException {
        json.text("message", message.message().id().value());
        json.text("step", message.message().step());
        json.text("status", message.state().name());
        json.date("sentOn", message.sentOn());
        json.text("channel", message.channel());
        json.text("output", message.output());
    }

    private static void writeAgreements(JsonOutput json, CaseAgreements agreements) throws IOException {
        rows(json, "commitments", agreements.commitments(), commitment -> {
            AgreementRows.write(json, commitment);
            var terms = agreements.terms(commitment);
            if (terms.isPresent()) {
                AgreementRows.write(json, terms.get());
            }
        });
        rows(json, "disputes", agreements.disputes(), dispute -> AgreementRows.write(json, dispute));
        rows(json, "holds", agreements.holds(), hold -> AgreementRows.write(json, hold));
        rows(json, "goodwill", agreements.goodwill(), goodwill -> AgreementRows.write(json, goodwill));
        rows(json, "marks", agreements.marks(), mark -> AgreementRows.write(json, mark));
        rows(json, "rulings", agreements.rulings(), ruling -> RulingRows.write(json, ruling));
        rows(json, "restrictions", agreements.restrictions(), one -> AgreementRows.write(json, one));
        rows(json, "contacts", agreements.contacts(), contact -> AgreementRows.write(json, contact));
    }

    /** Writes one row. */
    private interface Row<T> {
        void write(T value) throws IOException;
    }

    private static <T> void rows(JsonOutput json, String key, List<T> values, Row<T> row) throws IOException {
        json.array(key, () -> {
            for (T value : values) {
                json.element(() -> row.write(value));
            }
        });
    }

    private static void writeScore(JsonOutput json, Optional<Score> score) throws IOException {
        json.object("score", () -> {
            if (score.isPresent()) {
                json.text("source", score.get().source());
                json.number("points", score.get().points());
                rows(json, "because", score.get().because(), factor -> {
                    json.text("code", factor.code());
                    json.number("count", factor.count());
                    json.number("points", factor.points());
                });
            }
        });
    }

    private static void print(
            Session session,
            CaseView view,
            CaseAgreements agreements,
            Optional<Score> score,
            DunningEngine engine,
            Creditor creditor) {
        Texts texts = session.texts();
        Debtor debtor = view.debtor();
        session.print(debtor.name() + " (" + debtor.id() + ", "
                + texts.word("kind", debtor.kind().name()) + ")");
        debtor.email().ifPresent(email -> session.print("  " + email));
        debtor.phone().ifPresent(phone -> session.print("  " + phone));
        CasePages pages = new CasePages(session, creditor.zone());
        score.ifPresent(pages::score);
        pages.items(view.items());
        pages.agreements(agreements);
        session.print("");
        session.print(texts.text("case.decisions"));
        for (Explanation decision : view.decisions()) {
            session.print("  • " + engine.text(decision.answer(), session.language()));
        }
        pages.messages(view.messages());
        pages.timeline(view.timeline());
    }
}
