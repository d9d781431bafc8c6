package org.quittance.cli.command;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.quittance.api.model.Creditor;
import org.quittance.cli.ExitCode;
import org.quittance.service.matching.MatchingService;
import org.quittance.service.matching.MatchingService.Account;
import org.quittance.service.matching.MatchingService.Freshness;
import picocli.CommandLine.Command;

/** Says until when each bank account is known. */
@Command(name = "freshness")
final class FreshnessCommand extends WorkspaceCommand {

    FreshnessCommand(Environment environment) {
        super(environment);
    }

    @Override
    int execute(Session session) throws Exception {
        Creditor creditor = session.creditor();
        LocalDate today = session.today(creditor);
        Freshness freshness = session.service(MatchingService.class).freshness(creditor.id());
        if (session.json()) {
            try (JsonOutput json = session.jsonOutput()) {
                json.date("asOf", today);
                json.date("knownUntil", freshness.knownUntil());
                json.number("ageDays", age(freshness.knownUntil(), today));
                json.text(
                        "source", freshness.knownUntil().map(day -> freshness.declared() ? "DECLARED" : "STATEMENTS"));
                json.array("accounts", () -> {
                    for (Account account : freshness.accounts()) {
                        json.element(() -> {
                            json.text("account", account.account());
                            json.flag("configured", account.configured());
                            json.date("knownUntil", account.knownUntil());
                            json.number("ageDays", age(account.knownUntil(), today));
                            json.date("missingBefore", account.missingBefore());
                        });
                    }
                });
            }
        } else {
            print(session, freshness);
        }
        return ExitCode.DONE;
    }

    private static Optional<Integer> age(Optional<LocalDate> known, LocalDate today) {
        return known.map(day -> (int) ChronoUnit.DAYS.between(day, today));
    }

    private static void print(Session session, Freshness freshness) {
        Texts texts = session.texts();
        session.print(freshness
                .knownUntil()
                .map(day ->
                        texts.text(freshness.declared() ? "freshness.declared" : "freshness.known", texts.date(day)))
                .orElseGet(() -> texts.text("freshness.unknown")));
        Table table = new Table("lll")
                .row(texts.text("column.account"), texts.text("column.known-until"), texts.text("column.remark"));
        for (Account account : freshness.accounts()) {
            String remark = account.missingBefore()
                    .map(day -> texts.text("freshness.gap", texts.date(day)))
                    .orElseGet(() -> texts.text(account.configured() ? "freshness.configured" : "freshness.other"));
            table.row(account.account(), account.knownUntil().map(texts::date).orElse("–"), remark);
        }
        if (table.size() > 1) {
            table.lines().forEach(session::print);
        }
    }
}
