package org.quittance.api.store;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.ItemKey;

/**
 * Something about one item changed.
 *
 * @param kind what; SETTLED, CREDITED and CANCELLED are the only ways in which the suite learns that an item left the ledger
 * @param on the booking date of the change
 */
public record ItemChange(ItemKey item, DebtorId debtor, Kind kind, LocalDate on) {

    public ItemChange {
        requireNonNull(item, "item");
        requireNonNull(debtor, "debtor");
        requireNonNull(kind, "kind");
        requireNonNull(on, "on");
    }

    /** Kinds of change. */
    public enum Kind {
        /** New, or changed in amount, date, dispute or evidence, and still open. */
        CHANGED,
        /** Nothing is open any more: money came for what was left. A policy may have it thanked for. */
        SETTLED,
        /** Was settled and is open again, by a returned payment for instance. */
        REOPENED,
        /** Was never owed: withdrawn from the ledger. Of a credit: the money went back, so that it paid nothing. */
        CANCELLED,
        /** Nothing is open any more, and not because money came: a credit note or a write-off took what was left. */
        CREDITED
    }
}
