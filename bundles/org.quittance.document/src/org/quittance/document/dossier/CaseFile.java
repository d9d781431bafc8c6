package org.quittance.document.dossier;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.ledger.MessageRecord;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.api.model.SendingEvidence;
import org.quittance.service.casework.CaseService.CaseView;

/**
 * All that is known about one debtor on one day.
 *
 * @param claims one per currency
 */
record CaseFile(Creditor creditor, CaseView view, List<CurrencyClaim> claims, LocalDate asOf, Labels labels) {

    Debtor debtor() {
        return view.debtor();
    }

    /** Oldest first; what reached nobody for certain is left out. */
    List<MessageRecord> contacts() {
        return view.messages().stream()
                .filter(record -> record.message().kind() != DocumentKind.HANDOVER_PROPOSAL)
                .filter(CaseFile::hasLeft)
                .sorted((one, other) -> contactOn(one).compareTo(contactOn(other)))
                .toList();
    }

    private static boolean hasLeft(MessageRecord record) {
        return switch (record.state()) {
            case SENT, DELIVERED, BOUNCED, UNKNOWN, AWAITING_CONFIRMATION -> true;
            default -> false;
        };
    }

    static LocalDate contactOn(MessageRecord record) {
        return record.sentOn().orElse(record.message().asOf());
    }

    Optional<SendingEvidence> evidence(OpenItem item) {
        SendingEvidence declared = view.history().evidence().get(item.key().invoice());
        return item.evidence().isPresent() ? item.evidence() : Optional.ofNullable(declared);
    }

    /** The totals of all currencies, which are never added. */
    String total() {
        return String.join(
                " + ", claims.stream().map(claim -> labels.money(claim.total())).toList());
    }

    /** Open today and past due, credits taken off. */
    Money overdue(CurrencyClaim claim) {
        Currency currency = claim.currency();
        Money overdue = Money.zero(currency);
        for (OpenItem item : claim.items()) {
            if (CurrencyClaim.daysLate(item, asOf) > 0) {
                overdue = overdue.plus(item.open());
            }
        }
        for (OpenItem credit : claim.credits()) {
            overdue = overdue.plus(credit.open());
        }
        return overdue.isNegative() ? Money.zero(currency) : overdue;
    }
}
