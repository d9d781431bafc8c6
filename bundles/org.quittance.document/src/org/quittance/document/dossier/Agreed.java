package org.quittance.document.dossier;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.service.casework.CaseService.CaseView;
import org.quittance.service.decision.Reason;

/** What was given up, released or frozen, so that no document claims more than a letter would. Pure. */
record Agreed(CaseView view) {

    /** The item with what is still claimed of it as its open amount; empty where all of it was given up, or paid interest. */
    Optional<OpenItem> claimed(OpenItem item) {
        if (item.kind().isCredit()) {
            Money left = item.open().plus(paidInterest(item));
            return left.isZero() ? Optional.empty() : Optional.of(withOpen(item, left));
        }
        boolean released = view.decisions().stream()
                .anyMatch(decision -> decision.answer().item().equals(item.key())
                        && (decision.answer().reason() == Reason.GIVEN_UP
                                || decision.answer().reason() == Reason.RELEASED));
        if (released) {
            return Optional.empty();
        }
        Money open = item.open();
        for (Goodwill goodwill : view.history().goodwill()) {
            if (goodwill.state() == Goodwill.State.GRANTED
                    && goodwill.item().equals(Optional.of(item.key()))
                    && goodwill.amount().isPresent()) {
                open = open.minus(goodwill.amount().get());
            }
        }
        if (open.equals(item.open())) {
            return Optional.of(item);
        }
        return open.isPositive() ? Optional.of(withOpen(item, open)) : Optional.empty();
    }

    /** The part of a payment that was interest agreed in a plan. */
    Money paidInterest(OpenItem credit) {
        return view.decisions().stream()
                .filter(decision -> decision.answer().item().equals(credit.key())
                        && decision.answer().reason() == Reason.AGREED_INTEREST)
                .map(decision -> decision.claimed().minus(credit.open()))
                .findFirst()
                .orElse(Money.zero(credit.open().currency()));
    }

    /** What the ledger still lists as credits although it paid interest agreed in plans. */
    Money paidInterest(Currency currency) {
        return view.items().stream()
                .filter(item -> item.kind().isCredit() && item.open().currency().equals(currency))
                .map(this::paidInterest)
                .reduce(Money.zero(currency), Money::plus);
    }

    private static OpenItem withOpen(OpenItem item, Money open) {
        OpenItem.Builder copy = OpenItem.of(item.key(), item.debtor())
                .number(item.number())
                .kind(item.kind())
                .issued(item.issueDate())
                .due(item.dueDate())
                .original(item.original())
                .open(open)
                .disputed(
                        item.kind().isCredit()
                                ? item.disputed()
                                : item.disputed().min(open))
                .allocations(item.allocations())
                .token(item.token().token());
        item.evidence().ifPresent(copy::evidence);
        return copy.build();
    }

    boolean isWaived(ItemKey item, Goodwill.Kind kind) {
        return view.history().goodwill().stream()
                .anyMatch(goodwill -> goodwill.state() == Goodwill.State.GRANTED
                        && goodwill.kind() == kind
                        && goodwill.item().map(item::equals).orElse(true));
    }

    /** The day from which the debtor is in insolvency proceedings, as far as we were told. */
    Optional<LocalDate> insolventSince() {
        return view.history().marks().stream()
                .filter(mark -> mark.kind() == CaseMark.Kind.INSOLVENT
                        && mark.clearedOn().isEmpty())
                .map(CaseMark::since)
                .findFirst();
    }
}
