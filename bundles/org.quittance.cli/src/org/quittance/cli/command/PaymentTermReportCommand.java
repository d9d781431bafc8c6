package org.quittance.cli.command;

import java.time.LocalDate;
import java.util.List;
import org.quittance.api.model.Creditor;
import org.quittance.cli.ExitCode;
import org.quittance.service.claim.LimitWatch;
import org.quittance.service.claim.LimitWatch.LongTerm;
import picocli.CommandLine.Command;

/** Lists open invoices whose payment term is longer than the law allows. */
@Command(name = "payment-terms")
final class PaymentTermReportCommand extends WorkspaceCommand {

    PaymentTermReportCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        Creditor creditor = session.creditor();
        LocalDate today = session.today(creditor);
        List<LongTerm> terms = session.service(LimitWatch.class).longTerms(creditor.id(), today);
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.date("asOf", today);
                json.array("invoices", () -> {
                    for (LongTerm term : terms) {
                        json.element(() -> {
                            json.text("debtor", term.item().debtor().value());
                            json.text("invoice", term.item().number());
                            json.date("issued", term.item().issueDate());
                            json.date("due", term.item().dueDate());
                            json.date("latest", term.latest());
                            json.text("cap", term.cap().id());
                            json.text("source", term.cap().figure().source());
                        });
                    }
                });
            }
        } else {
            print(session, terms);
        }
        return ExitCode.DONE;
    }

    private static void print(Session session, List<LongTerm> terms) {
        Texts texts = session.texts();
        if (terms.isEmpty()) {
            session.print(texts.text("terms.none"));
            return;
        }
        Table table = new Table("llllll")
                .row(
                        texts.text("column.debtor"),
                        texts.text("limitation.invoice"),
                        texts.text("terms.issued"),
                        texts.text("terms.due"),
                        texts.text("terms.latest"),
                        texts.text("limitation.rule"));
        for (LongTerm term : terms) {
            table.row(
                    term.item().debtor().value(),
                    term.item().number(),
                    texts.date(term.item().issueDate()),
                    texts.date(term.item().dueDate()),
                    texts.date(term.latest()),
                    term.cap().figure().source());
        }
        table.lines().forEach(session::print);
    }
}
