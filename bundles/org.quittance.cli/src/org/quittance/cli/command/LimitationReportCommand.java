package org.quittance.cli.command;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.OpenItem;
import org.quittance.cli.ExitCode;
import org.quittance.service.claim.LegalFigures;
import org.quittance.service.claim.LimitWatch;
import org.quittance.service.claim.LimitWatch.Expiring;
import org.quittance.service.claim.LimitWatch.Expiry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists open invoices that can soon no longer be pursued. */
@Command(name = "limitation")
final class LimitationReportCommand extends WorkspaceCommand {

    @Option(names = "--within", paramLabel = "DAYS", defaultValue = "180", descriptionKey = "report.within")
    private int within;

    LimitationReportCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        if (within < 0) {
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("interest.not-positive", "--within", within));
        }
        Creditor creditor = session.creditor();
        LocalDate today = session.today(creditor);
        Expiry expiry = session.service(LimitWatch.class).expiring(creditor.id(), today, within);
        String country = creditor.address().country();
        boolean isMissing = session.service(LegalFigures.class)
                .limits(country)
                .map(limits -> limits.limitations().isEmpty())
                .orElse(true);
        if (session.json()) {
            write(session, today, expiry, country, isMissing);
        } else {
            print(session, today, expiry);
            if (isMissing) {
                session.print(session.texts().text("limitation.missing", country));
            }
        }
        return ExitCode.DONE;
    }

    private void write(Session session, LocalDate today, Expiry expiry, String country, boolean missing)
            throws IOException {
        try (JsonOutput json = session.jsonOutput()) {
            json.date("asOf", today);
            json.number("within", within);
            json.array("expiring", () -> {
                for (Expiring one : expiry.items()) {
                    json.element(() -> write(json, one));
                }
            });
            json.number("unwatched", expiry.unwatched());
            json.text("missing", missing ? Optional.of(country) : Optional.<String>empty());
        }
    }

    private static void write(JsonOutput json, Expiring one) throws IOException {
        OpenItem item = one.item();
        json.text("debtor", item.debtor().value());
        json.text("invoice", item.number());
        json.date("issued", item.issueDate());
        json.text("currency", item.open().currency().getCurrencyCode());
        json.amount("open", item.open());
        json.text("period", one.period().id());
        json.number("years", one.period().years());
        json.text("source", one.period().figure().source());
        json.date("lastDay", one.lastDay());
        json.text("interruption", one.interruption().map(cause -> cause.kind().name()));
        json.date("interruptedOn", one.interruption().map(cause -> cause.on()));
        json.date("lastDayIfInterrupted", one.lastDayIfInterrupted());
    }

    private void print(Session session, LocalDate today, Expiry expiry) {
        Texts texts = session.texts();
        session.print(texts.text(
                expiry.items().isEmpty() ? "limitation.none" : "limitation.title",
                texts.date(today.plusDays(within)),
                expiry.items().size()));
        Table table = new Table("lllrll")
                .row(
                        texts.text("limitation.last-day"),
                        texts.text("column.debtor"),
                        texts.text("limitation.invoice"),
                        texts.text("limitation.open"),
                        texts.text("limitation.rule"),
                        texts.text("limitation.if-interrupted"));
        for (Expiring one : expiry.items()) {
            table.row(
                    texts.date(one.lastDay()),
                    one.item().debtor().value(),
                    one.item().number(),
                    texts.amount(one.item().open()),
                    one.period().figure().source(),
                    one.interruption()
                            .map(cause -> texts.date(one.lastDayIfInterrupted()))
                            .orElse("–"));
        }
        if (!expiry.items().isEmpty()) {
            table.lines().forEach(session::print);
        }
        session.print(texts.text("limitation.end", expiry.unwatched()));
    }
}
