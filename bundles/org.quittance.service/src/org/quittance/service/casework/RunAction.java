package org.quittance.service.casework;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;
import org.quittance.api.text.Sentence;

/**
 * One message, as lists show it.
 *
 * @param message empty in a dry run
 * @param channel medium or channel that carries or carried it
 * @param invoices printed numbers, with {@code /2} for a second instalment
 * @param status state of the message, or {@code DRY_RUN}
 * @param output file or reference, once there is one
 * @param reason why it is in that state, where that is not plain
 */
public record RunAction(
        Optional<MessageId> message,
        DebtorId debtor,
        String debtorName,
        String step,
        String channel,
        List<String> invoices,
        Money principal,
        Money interest,
        Money indemnity,
        Money fees,
        String status,
        Optional<String> output,
        Optional<Sentence> reason) {

    public RunAction {
        requireNonNull(message, "message");
        requireNonNull(debtor, "debtor");
        requireNonNull(debtorName, "debtorName");
        requireNonNull(step, "step");
        requireNonNull(channel, "channel");
        invoices = List.copyOf(invoices);
        requireNonNull(principal, "principal");
        requireNonNull(interest, "interest");
        requireNonNull(indemnity, "indemnity");
        requireNonNull(fees, "fees");
        requireNonNull(status, "status");
        requireNonNull(output, "output");
        requireNonNull(reason, "reason");
    }

    public Money total() {
        return principal.plus(interest).plus(indemnity).plus(fees);
    }
}
