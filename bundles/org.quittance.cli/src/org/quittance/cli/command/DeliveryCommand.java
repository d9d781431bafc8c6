package org.quittance.cli.command;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.ledger.Delivery;
import org.quittance.api.model.Money;
import org.quittance.cli.ExitCode;
import org.quittance.service.prevention.InvoicingWatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records work done or goods delivered, and the invoice it went into. */
@Command(name = "delivery")
final class DeliveryCommand extends DebtorCommand {

    @Parameters(index = "0", paramLabel = "DEBTOR", descriptionKey = "record.debtor")
    private String debtor;

    @Parameters(index = "1", paramLabel = "REFERENCE", descriptionKey = "delivery.reference")
    private String reference;

    @Option(names = "--on", paramLabel = "DATE", descriptionKey = "delivery.on")
    private LocalDate on;

    @Option(names = "--amount", paramLabel = "AMOUNT", descriptionKey = "delivery.amount")
    private BigDecimal amount;

    @Option(names = "--text", paramLabel = "TEXT", descriptionKey = "delivery.text")
    private String text;

    @Option(names = "--invoiced", paramLabel = "NUMBER", descriptionKey = "delivery.invoiced")
    private String invoiced;

    DeliveryCommand(Environment environment) {
        super(environment);
    }

    @Override
    Optional<String> debtor() {
        return Optional.ofNullable(debtor);
    }

    @Override
    int record(Desk desk) throws Exception {
        InvoicingWatch watch = desk.session().service(InvoicingWatch.class);
        if (invoiced != null) {
            show(desk, watch.invoiced(desk.creditor(), desk.debtor(), reference, invoiced, desk.recording()));
            return ExitCode.DONE;
        }
        Delivery delivery = new Delivery(
                reference,
                on != null ? on : desk.recording().on(),
                amount == null ? Optional.empty() : Optional.of(money(desk, amount)),
                Optional.empty(),
                or(text, ""));
        show(desk, watch.record(desk.creditor(), desk.debtor(), delivery, desk.recording()));
        return ExitCode.DONE;
    }

    private static void show(Desk desk, Delivery delivery) throws IOException {
        desk.one(delivery, DeliveryCommand::write, DeliveryCommand::line);
    }

    private static String line(Texts texts, Delivery delivery) {
        return texts.text(
                delivery.invoice().isEmpty() ? "delivery.open" : "delivery.in-invoice",
                delivery.id(),
                texts.date(delivery.on()),
                delivery.amount().map(texts::amount).orElse("–"),
                delivery.invoice().orElse(""));
    }

    static void write(JsonOutput json, Delivery delivery) throws IOException {
        json.text("reference", delivery.id());
        json.date("deliveredOn", delivery.on());
        json.text("currency", delivery.amount().map(money -> money.currency().getCurrencyCode()));
        json.text("amount", delivery.amount().map(Money::toDecimalString));
        json.text("invoice", delivery.invoice());
        json.text("text", delivery.description());
    }
}
