package org.quittance.cli.command;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.OpenItem;
import org.quittance.cli.ExitCode;
import org.quittance.service.prevention.InvoicingWatch;
import org.quittance.service.prevention.InvoicingWatch.Gaps;
import org.quittance.service.prevention.InvoicingWatch.Late;
import org.quittance.service.prevention.InvoicingWatch.NotInvoiced;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what was delivered and not invoiced, what was invoiced and not sent, and what was invoiced late. */
@Command(name = "invoicing")
final class InvoicingReportCommand extends WorkspaceCommand {

    @Option(names = "--within", paramLabel = "DAYS", defaultValue = "3", descriptionKey = "invoicing.within")
    private int within;

    InvoicingReportCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        if (within < 0) {
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("interest.not-positive", "--within", within));
        }
        Creditor creditor = session.creditor();
        LocalDate today = session.today(creditor);
        Gaps gaps = session.service(InvoicingWatch.class).gaps(creditor.id(), today, within);
        if (session.json()) {
            write(session, today, gaps);
        } else {
            notInvoiced(session, gaps.notInvoiced());
            notSent(session, gaps.notSent());
            late(session, gaps);
        }
        return ExitCode.DONE;
    }

    private void write(Session session, LocalDate today, Gaps gaps) throws IOException {
        try (JsonOutput json = session.jsonOutput()) {
            json.date("asOf", today);
            json.number("within", within);
            json.array("notInvoiced", () -> {
                for (NotInvoiced gap : gaps.notInvoiced()) {
                    json.element(() -> {
                        json.text("debtor", gap.debtor().value());
                        DeliveryCommand.write(json, gap.delivery());
                        json.number("days", gap.days());
                    });
                }
            });
            json.array("notSent", () -> {
                for (OpenItem item : gaps.notSent()) {
                    json.element(() -> {
                        json.text("debtor", item.debtor().value());
                        json.text("invoice", item.number());
                        json.date("issued", item.issueDate());
                        json.text("currency", item.open().currency().getCurrencyCode());
                        json.amount("open", item.open());
                    });
                }
            });
            json.array("late", () -> {
                for (Late late : gaps.late()) {
                    json.element(() -> {
                        json.text("debtor", late.debtor().value());
                        DeliveryCommand.write(json, late.delivery());
                        json.date("issued", late.issued());
                        json.number("days", late.days());
                    });
                }
            });
            json.object("daysToInvoice", () -> {
                json.number("count", gaps.daysToInvoice().count());
                json.number("median", gaps.daysToInvoice().medianDays());
                json.number("max", gaps.daysToInvoice().maxDays());
            });
        }
    }

    private void notInvoiced(Session session, List<NotInvoiced> gaps) {
        Texts texts = session.texts();
        session.print(texts.text("invoicing.not-invoiced", gaps.size(), texts.count(within)));
        Table table = new Table("lllrr");
        for (NotInvoiced gap : gaps) {
            table.row(
                    "  " + gap.debtor().value(),
                    gap.delivery().id(),
                    texts.date(gap.delivery().on()),
                    gap.delivery().amount().map(texts::amount).orElse("–"),
                    texts.text("invoicing.days", gap.days()));
        }
        table.lines().forEach(session::print);
    }

    private void notSent(Session session, List<OpenItem> items) {
        Texts texts = session.texts();
        session.print(texts.text("invoicing.not-sent", items.size(), texts.count(within)));
        Table table = new Table("lllr");
        for (OpenItem item : items) {
            table.row(
                    "  " + item.debtor().value(),
                    item.number(),
                    texts.date(item.issueDate()),
                    texts.amount(item.open()));
        }
        table.lines().forEach(session::print);
    }

    private void late(Session session, Gaps gaps) {
        Texts texts = session.texts();
        session.print(texts.text("invoicing.late", gaps.late().size(), texts.count(within)));
        Table table = new Table("llllr");
        for (Late late : gaps.late()) {
            table.row(
                    "  " + late.debtor().value(),
                    late.delivery().id(),
                    texts.date(late.delivery().on()),
                    late.delivery().invoice().orElse("–"),
                    texts.text("invoicing.days", late.days()));
        }
        table.lines().forEach(session::print);
        if (gaps.daysToInvoice().count() > 0) {
            session.print(texts.text(
                    "invoicing.delay",
                    gaps.daysToInvoice().count(),
                    gaps.daysToInvoice().medianDays(),
                    gaps.daysToInvoice().maxDays()));
        }
    }
}
