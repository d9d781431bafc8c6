package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.model.ItemKey;

/**
 * Opening and closing of an item as the ledger reported it; items never reported as settled have none.
 *
 * @param cycle the current cycle, from 1
 * @param settledOn set while the item is known to be settled
 * @param isByMoney whether money settled what was left of it last, not a credit note, a write-off or a cancellation, after which
 *     nothing that was claimed beside it is due
 */
public record ItemLife(ItemKey item, int cycle, Optional<LocalDate> settledOn, boolean isByMoney) {

    public ItemLife {
        requireNonNull(item, "item");
        requireNonNull(settledOn, "settledOn");
        if (cycle < 1) {
            throw new IllegalArgumentException("cycle is " + cycle + ", the first is 1");
        }
    }

    /** Open, or settled by money. */
    public ItemLife(ItemKey item, int cycle, Optional<LocalDate> settledOn) {
        this(item, cycle, settledOn, true);
    }
}
