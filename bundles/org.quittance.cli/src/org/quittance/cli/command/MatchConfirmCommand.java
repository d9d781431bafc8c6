package org.quittance.cli.command;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;
import org.quittance.cli.ExitCode;
import org.quittance.service.matching.MatchingService;
import org.quittance.service.matching.MatchingService.Choice;
import org.quittance.service.matching.MatchingService.Matched;
import org.quittance.service.matching.MatchingService.Share;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what an entry pays. */
@Command(name = "confirm")
final class MatchConfirmCommand extends EntryCommand {

    private static final String EURO = "EUR";

    @Option(names = "--proposal", paramLabel = "N", defaultValue = "1", descriptionKey = "match.proposal")
    private int proposal;

    @Option(names = "--invoice", paramLabel = "INVOICE[=AMOUNT]", descriptionKey = "match.invoice")
    private List<String> invoices = new ArrayList<>();

    @Option(names = "--currency", paramLabel = "CODE", defaultValue = EURO, descriptionKey = "match.currency")
    private String currency;

    @Option(names = "--debtor", paramLabel = "DEBTOR", descriptionKey = "match.debtor")
    private String debtor;

    MatchConfirmCommand(Environment environment) {
        super(environment);
    }

    @Override
    Matched change(Session session, MatchingService service, Creditor creditor, long number) throws Exception {
        List<Share> shares = new ArrayList<>();
        for (String invoice : invoices) {
            shares.add(share(session, invoice));
        }
        Optional<DebtorId> credited = debtor == null
                ? Optional.empty()
                : Optional.of(DebtorChoice.of(session, creditor, debtor).id());
        return service.confirm(creditor.id(), number, new Choice(proposal, shares, credited), session.actor());
    }

    private Share share(Session session, String text) throws CommandFailure {
        int equals = text.lastIndexOf('=');
        if (equals < 0) {
            return new Share(text, Optional.empty());
        }
        try {
            Money amount = Money.parse(
                    text.substring(equals + 1), Currency.getInstance(currency).getCurrencyCode());
            return new Share(text.substring(0, equals), Optional.of(amount));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new CommandFailure(ExitCode.USAGE, session.texts().text("match.no-amount", text));
        }
    }
}
