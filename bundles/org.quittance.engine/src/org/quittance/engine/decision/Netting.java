package org.quittance.engine.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;

/**
 * Credits set against the items of one message, oldest first. An item that credits cover is left out together with them; the one
 * they cover in part stays, and the message shows what is left of them. Every message nets all credits of its currency
 * against its own items, so that nobody is asked for money that has already come.
 *
 * @param covered items with nothing left to claim, and the numbers of the credits that cover them
 * @param claimed items with something left, oldest first
 * @param credits what is shown, adding up to what is netted
 * @param partly the claimed item that credits cover in part
 */
record Netting(
        Map<ItemState, String> covered,
        List<ItemState> claimed,
        List<OpenItem> credits,
        @Nullable ItemState partly) {

    /**
     * @param items oldest first
     * @param available credits of the same currency, oldest first
     */
    static Netting of(List<ItemState> items, List<OpenItem> available) {
        if (available.isEmpty()) {
            return new Netting(Map.of(), items, List.of(), null);
        }
        Map<ItemState, String> covered = new LinkedHashMap<>();
        List<ItemState> claimed = new ArrayList<>();
        List<OpenItem> shown = List.of();
        ItemState partly = null;
        Purse purse = new Purse(available);
        for (ItemState state : items) {
            List<OpenItem> used = new ArrayList<>();
            Money left = purse.pay(state.claimed, used);
            if (left.isZero()) {
                covered.put(
                        state,
                        String.join(
                                ", ",
                                used.stream().map(OpenItem::number).distinct().toList()));
                continue;
            }
            claimed.add(state);
            if (!used.isEmpty()) {
                partly = state;
                shown = used;
            }
        }
        return new Netting(covered, claimed, shown, partly);
    }

    Money principal(Money zero) {
        Money principal = zero;
        for (ItemState state : claimed) {
            principal = principal.plus(state.claimed);
        }
        for (OpenItem credit : credits) {
            principal = principal.plus(credit.open());
        }
        return principal;
    }

    /** The credits against one item, counting for interest from the day they came. */
    List<Allocation> nettedAgainst(ItemState state) {
        return state != partly
                ? List.of()
                : credits.stream()
                        .map(credit ->
                                new Allocation(credit.issueDate(), credit.open().negated()))
                        .toList();
    }

    /** Credits that are used up one after the other. */
    private static final class Purse {

        private final List<OpenItem> credits;
        private int position;
        private Money left;

        Purse(List<OpenItem> credits) {
            this.credits = credits;
            this.left = credits.get(0).open().negated();
        }

        /** Adds the parts used and returns what remains to be paid. */
        Money pay(Money amount, List<OpenItem> used) {
            Money remaining = amount;
            while (remaining.isPositive() && position < credits.size()) {
                Money part = left.min(remaining);
                used.add(Imputations.part(credits.get(position), part));
                remaining = remaining.minus(part);
                left = left.minus(part);
                if (left.isZero() && ++position < credits.size()) {
                    left = credits.get(position).open().negated();
                }
            }
            return remaining;
        }
    }
}
