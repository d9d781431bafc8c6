package org.quittance.cli.command;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.ledger.Deposit;
import org.quittance.api.score.Score;
import org.quittance.cli.ExitCode;
import org.quittance.service.prevention.DepositService;
import org.quittance.service.prevention.DepositService.Advice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Advises a deposit for an order, and records what became of those that were asked for. */
@Command(name = "deposit")
final class DepositCommand extends DebtorCommand {

    @Parameters(paramLabel = "DEBTOR", descriptionKey = "record.debtor")
    private String debtor;

    @Option(names = "--order", paramLabel = "AMOUNT", descriptionKey = "deposit.order")
    private BigDecimal order;

    @Option(names = "--ask", paramLabel = "AMOUNT", descriptionKey = "deposit.ask")
    private BigDecimal ask;

    @Option(names = "--due", paramLabel = "DATE", descriptionKey = "deposit.due")
    private LocalDate due;

    @Option(names = "--received", paramLabel = "ID", descriptionKey = "deposit.received")
    private String received;

    @Option(names = "--refused", paramLabel = "ID", descriptionKey = "deposit.refused")
    private String refused;

    DepositCommand(Environment environment) {
        super(environment);
    }

    @Override
    Optional<String> debtor() {
        return Optional.ofNullable(debtor);
    }

    @Override
    int record(Desk desk) throws Exception {
        DepositService service = desk.session().service(DepositService.class);
        if (order != null) {
            advise(
                    desk,
                    service.advise(
                            desk.creditor(),
                            desk.debtor(),
                            money(desk, order),
                            desk.recording().on()));
        } else if (ask != null) {
            LocalDate by = required(desk.session(), due, "--due");
            one(desk, service.ask(desk.creditor(), desk.debtor(), money(desk, ask), by, desk.recording()));
        } else if (received != null || refused != null) {
            String id = received != null ? received : refused;
            Deposit.State as = received != null ? Deposit.State.RECEIVED : Deposit.State.REFUSED;
            one(desk, service.end(desk.creditor(), desk.debtor(), id, as, desk.recording()));
        } else {
            desk.list(
                    "deposits",
                    service.deposits(desk.creditor(), desk.debtor()),
                    DepositCommand::write,
                    DepositCommand::line,
                    "deposit.none");
        }
        return ExitCode.DONE;
    }

    private static void advise(Desk desk, Advice advice) throws IOException {
        Texts texts = desk.texts();
        if (desk.session().json()) {
            try (JsonOutput json = desk.session().jsonOutput()) {
                json.text("ground", advice.ground().name());
                json.number("percent", advice.percent());
                json.text("currency", advice.deposit().currency().getCurrencyCode());
                json.amount("deposit", advice.deposit());
                json.number("score", advice.score().map(Score::points));
                json.date("newSince", advice.newSince());
            }
            return;
        }
        desk.session()
                .print(texts.text(
                        "deposit.advice." + advice.ground().name(),
                        texts.amount(advice.deposit()),
                        texts.count(advice.percent()),
                        advice.score().map(score -> texts.count(score.points())).orElse("–"),
                        advice.newSince().map(texts::date).orElse("–")));
    }

    private static void one(Desk desk, Deposit deposit) throws IOException {
        desk.one(deposit, DepositCommand::write, DepositCommand::line);
    }

    private static void write(JsonOutput json, Deposit deposit) throws IOException {
        json.text("id", deposit.id());
        json.text("state", deposit.state().name());
        json.text("currency", deposit.amount().currency().getCurrencyCode());
        json.amount("amount", deposit.amount());
        json.date("askedOn", deposit.askedOn());
        json.date("due", deposit.due());
        json.date("endedOn", deposit.endedOn());
    }

    private static String line(Texts texts, Deposit deposit) {
        return texts.text(
                "deposit.line." + deposit.state().name(),
                deposit.id(),
                texts.amount(deposit.amount()),
                texts.date(deposit.due()),
                deposit.endedOn().map(texts::date).orElse(""));
    }
}
