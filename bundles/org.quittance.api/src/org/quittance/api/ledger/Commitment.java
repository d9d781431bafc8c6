package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;

/**
 * Something the debtor agreed to pay.
 *
 * @param id unique within the debtor
 * @param items what it covers; empty means every item of the debtor in its currency that was open when it was made
 * @param openWhenMade what was open on the covered items when it was made
 * @param instalments at least one, in order of date
 * @param interest what the instalments contain beyond what they cover; zero where none was agreed
 */
public record Commitment(
        String id,
        Kind kind,
        State state,
        LocalDate madeOn,
        Set<ItemKey> items,
        Money openWhenMade,
        List<Instalment> instalments,
        Money interest) {

    public Commitment {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(state, "state");
        requireNonNull(madeOn, "madeOn");
        items = Set.copyOf(items);
        requireNonNull(openWhenMade, "openWhenMade");
        instalments = List.copyOf(instalments);
        if (instalments.isEmpty()) {
            throw new IllegalArgumentException("a commitment has at least one instalment");
        }
        requireNonNull(interest, "interest");
    }

    /** One without interest. */
    public Commitment(
            String id,
            Kind kind,
            State state,
            LocalDate madeOn,
            Set<ItemKey> items,
            Money openWhenMade,
            List<Instalment> instalments) {
        this(id, kind, state, madeOn, items, openWhenMade, instalments, Money.zero(openWhenMade.currency()));
    }

    public Commitment in(State next) {
        return new Commitment(id, kind, next, madeOn, items, openWhenMade, instalments, interest);
    }

    /** Kinds of commitment. */
    public enum Kind {
        PROMISE,
        PLAN,
        /** Partial payment for full release. */
        SETTLEMENT
    }

    /** What became of it. */
    public enum State {
        /** Above the limits of the policy; has no effect until an approver agrees. */
        PROPOSED,
        LIVE,
        KEPT,
        /** Found broken, and the message about it is not yet sent; the ladder goes on from there. */
        BROKEN,
        CANCELLED,
        /** Proposed and not approved. */
        REFUSED
    }

    /** One date of payment. */
    public record Instalment(LocalDate on, Money amount) {

        public Instalment {
            requireNonNull(on, "on");
            requireNonNull(amount, "amount");
        }
    }
}
