package org.quittance.engine.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.engine.claim.DebtOrder;
import org.quittance.engine.claim.DebtWalk;
import org.quittance.engine.claim.Payable;

/**
 * Credits set against the items of one message, in the order of C. civ. 1342-10 on the day each came. An item that credits
 * cover is left out together with them; one they cover in part stays, and the message shows what is left of them. Every
 * message nets all credits of its currency against its own items, so that nobody is asked for money that has already come.
 *
 * @param covered items with nothing left to claim, and the numbers of the credits that cover them
 * @param claimed items with something left, oldest first
 * @param credits what is shown, adding up to what is netted
 * @param partly for each claimed item that credits cover in part, the parts of credits that do
 */
record Netting(
        Map<ItemState, String> covered,
        List<ItemState> claimed,
        List<OpenItem> credits,
        Map<ItemState, List<OpenItem>> partly) {

    /**
     * @param items oldest first
     * @param available credits of the same currency, oldest first
     */
    static Netting of(List<ItemState> items, List<OpenItem> available, Charges charges) {
        if (available.isEmpty()) {
            return new Netting(Map.of(), items, List.of(), Map.of());
        }
        Map<ItemState, String> covered = new LinkedHashMap<>();
        List<ItemState> claimed = new ArrayList<>();
        Map<ItemState, List<OpenItem>> partly = new LinkedHashMap<>();
        for (Netted netted : shared(items, available, charges)) {
            if (netted.left.isZero()) {
                covered.put(netted.state, netted.numbers());
                continue;
            }
            claimed.add(netted.state);
            if (!netted.used.isEmpty()) {
                partly.put(netted.state, netted.used);
            }
        }
        return new Netting(covered, claimed, shown(available, partly), partly);
    }

    private static List<Netted> shared(List<ItemState> items, List<OpenItem> available, Charges charges) {
        List<Netted> debts = new ArrayList<>(items.size());
        for (ItemState state : items) {
            debts.add(new Netted(state, charges));
        }
        for (OpenItem credit : available) {
            debts.forEach(debt -> debt.credit = credit);
            DebtOrder.share(credit.open().negated(), credit.issueDate(), debts);
        }
        return debts;
    }

    /** Each credit once, however many items it covers in part. */
    private static List<OpenItem> shown(List<OpenItem> available, Map<ItemState, List<OpenItem>> partly) {
        Map<ItemKey, Money> sums = new LinkedHashMap<>();
        for (List<OpenItem> parts : partly.values()) {
            parts.forEach(part -> sums.merge(part.key(), part.open().negated(), Money::plus));
        }
        List<OpenItem> shown = new ArrayList<>(sums.size());
        for (OpenItem credit : available) {
            if (sums.containsKey(credit.key())) {
                shown.add(Imputations.part(credit, sums.get(credit.key())));
            }
        }
        return shown;
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
        return partly.getOrDefault(state, List.of()).stream()
                .map(part -> new Allocation(part.issueDate(), part.open().negated()))
                .toList();
    }

    /** An item while credits are set against it. */
    private static final class Netted implements Payable {

        private final ItemState state;
        private final Charges charges;
        private final List<OpenItem> used = new ArrayList<>(1);
        private Money left;
        private @Nullable OpenItem credit;
        private @Nullable Optional<DebtWalk> walk;

        Netted(ItemState state, Charges charges) {
            this.state = state;
            this.charges = charges;
            this.left = state.claimed;
        }

        @Override
        public LocalDate dueDate() {
            return state.item.dueDate();
        }

        @Override
        public Money owed() {
            return left;
        }

        @Override
        public BigDecimal rateOn(LocalDate day) {
            Optional<DebtWalk> known = walk;
            if (known == null) {
                known = charges.interestWalk(state);
                walk = known;
            }
            return known.map(followed -> followed.rateOn(day)).orElse(BigDecimal.ZERO);
        }

        @Override
        public void pay(Money part) {
            OpenItem paying = credit;
            if (paying == null) {
                throw new IllegalStateException(state.item + " is paid by nothing");
            }
            used.add(Imputations.part(paying, part));
            left = left.minus(part);
        }

        String numbers() {
            return String.join(
                    ", ", used.stream().map(OpenItem::number).distinct().toList());
        }
    }
}
