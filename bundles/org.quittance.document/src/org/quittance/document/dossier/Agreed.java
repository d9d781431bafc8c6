package org.quittance.document.dossier;

import java.util.Currency;
import java.util.Optional;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.service.casework.CaseService.CaseView;
import org.quittance.service.claim.ItemClaim;
import org.quittance.service.decision.Reason;

/** What was given up, released or paid as interest, so that no document claims more than a letter would. Pure. */
record Agreed(CaseView view) {

    /** The item with what is still claimed of it, or contested, as its open amount; empty where nothing of it is. */
    Optional<OpenItem> claimed(OpenItem item) {
        if (isUndecidable(item)) {
            return Optional.of(item);
        }
        if (item.kind().isCredit()) {
            return credit(item.key())
                    .map(left ->
                            withOpen(item, left.open(), Money.zero(left.open().currency())));
        }
        return claim(item.key())
                .map(known -> withOpen(item, known.claim().principal().plus(known.contested()), known.contested()));
    }

    private boolean isUndecidable(OpenItem item) {
        return view.decisions().stream()
                .anyMatch(decision -> decision.answer().item().equals(item.key())
                        && decision.answer().reason() == Reason.DATA_BROKEN);
    }

    Optional<ItemClaim> claim(ItemKey item) {
        return view.claim().items().stream()
                .filter(claim -> claim.item().key().equals(item))
                .findFirst();
    }

    private Optional<OpenItem> credit(ItemKey item) {
        return view.claim().credits().stream()
                .filter(credit -> credit.key().equals(item))
                .findFirst();
    }

    private static OpenItem withOpen(OpenItem item, Money open, Money disputed) {
        if (open.equals(item.open()) && disputed.equals(item.disputed())) {
            return item;
        }
        OpenItem.Builder copy = OpenItem.of(item.key(), item.debtor())
                .number(item.number())
                .kind(item.kind())
                .issued(item.issueDate())
                .due(item.dueDate())
                .original(item.original())
                .open(open)
                .disputed(disputed)
                .allocations(item.allocations())
                .token(item.token().token());
        item.evidence().ifPresent(copy::evidence);
        return copy.build();
    }

    /** What the ledger still lists as credits although it paid interest agreed in plans. */
    Money paidInterest(Currency currency) {
        Money paid = Money.zero(currency);
        for (OpenItem item : view.items()) {
            if (item.kind().isCredit() && item.open().currency().equals(currency) && !isUndecidable(item)) {
                paid = paid.minus(item.open());
                paid = paid.plus(credit(item.key()).map(OpenItem::open).orElse(Money.zero(currency)));
            }
        }
        return paid;
    }
}
