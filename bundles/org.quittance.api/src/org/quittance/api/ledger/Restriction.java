package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.model.ItemKey;

/**
 * What a debtor does not get while it does not pay. It is lifted when the debtor's late items are paid, by itself.
 *
 * @param items late items it was imposed for; it is lifted when the ledger has reported every one of them as settled
 * @param liftedOn set once it is over
 * @param told whether every listener installed at the time has heard of its present state
 */
public record Restriction(
        String id,
        Kind kind,
        LocalDate since,
        String reason,
        Set<ItemKey> items,
        Optional<LocalDate> liftedOn,
        boolean told)
        implements CaseRecord {

    public Restriction {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(since, "since");
        requireNonNull(reason, "reason");
        items = Set.copyOf(items);
        requireNonNull(liftedOn, "liftedOn");
    }

    public Restriction lifted(LocalDate on) {
        return new Restriction(id, kind, since, reason, items, Optional.of(on), false);
    }

    public Restriction toldNow() {
        return new Restriction(id, kind, since, reason, items, liftedOn, true);
    }

    /** Kinds of restriction. */
    public enum Kind {
        /** The service the debtor buys is suspended. */
        SERVICE_SUSPENSION,
        /** Nothing more is sold on credit. */
        CREDIT_HOLD
    }
}
