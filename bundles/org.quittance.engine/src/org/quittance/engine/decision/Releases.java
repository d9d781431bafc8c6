package org.quittance.engine.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;

/** What a settlement that was paid gives up, and what is claimed again when its payment is taken back. */
final class Releases {

    private final Facts facts;

    Releases(Facts facts) {
        this.facts = facts;
    }

    /** What a settlement that was paid leaves open is given up, item by item; what is contested was no part of it. */
    List<Goodwill> grant(Commitment settlement, List<ItemState> covered) {
        List<Goodwill> granted = new ArrayList<>();
        for (ItemState state : covered) {
            if (state.claimed.isPositive()) {
                Goodwill release = new Goodwill(
                        settlement.id() + "-" + (granted.size() + 1),
                        Goodwill.Kind.RELEASE,
                        Goodwill.State.GRANTED,
                        Optional.of(state.item.key()),
                        Optional.of(state.claimed),
                        settlement.id(),
                        "",
                        facts.today,
                        Optional.empty(),
                        Optional.empty());
                granted.add(release);
                state.givenUp = release;
                state.claimed = Money.zero(state.claimed.currency());
            }
        }
        return granted;
    }

    /** The releases of a settlement fall: their items are claimed as if it had given up nothing. */
    List<Goodwill> cancel(Commitment settlement, Map<ItemKey, @Nullable ItemState> states) {
        List<Goodwill> cancelled = new ArrayList<>();
        for (Goodwill release : facts.history.goodwill()) {
            if (isOf(settlement, release)) {
                cancelled.add(release.decided(Goodwill.State.CANCELLED, "", facts.today));
                ItemState state = states.get(release.item().orElseThrow());
                if (state != null) {
                    claimAgain(state, settlement);
                }
            }
        }
        return cancelled;
    }

    private void claimAgain(ItemState state, Commitment settlement) {
        state.claimed = state.item.open().minus(state.contested);
        state.givenUp = null;
        for (Goodwill other : facts.history.goodwill()) {
            if (other.item().equals(Optional.of(state.item.key())) && !isOf(settlement, other)) {
                HistoryReading.giveUp(state, other);
            }
        }
    }

    private static boolean isOf(Commitment settlement, Goodwill release) {
        return release.kind() == Goodwill.Kind.RELEASE
                && release.state() == Goodwill.State.GRANTED
                && release.reason().equals(settlement.id());
    }
}
