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
 */
public record ItemLife(ItemKey item, int cycle, Optional<LocalDate> settledOn) {

    public ItemLife {
        requireNonNull(item, "item");
        requireNonNull(settledOn, "settledOn");
        if (cycle < 1) {
            throw new IllegalArgumentException("cycle is " + cycle + ", the first is 1");
        }
    }
}
