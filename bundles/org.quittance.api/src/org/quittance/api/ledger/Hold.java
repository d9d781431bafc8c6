package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.model.ItemKey;

/**
 * A stop to dunning that a person set.
 *
 * @param id unique within the debtor
 * @param item empty for every item of the debtor
 * @param until last day of the hold, inclusive; empty means until it is lifted
 */
public record Hold(String id, Optional<ItemKey> item, String reason, LocalDate from, Optional<LocalDate> until) {

    /** How the identifiers begin of holds that stand for a write-off. */
    public static final String WRITE_OFF = "writeoff-";

    public Hold {
        requireNonNull(id, "id");
        requireNonNull(item, "item");
        requireNonNull(reason, "reason");
        requireNonNull(from, "from");
        requireNonNull(until, "until");
    }

    /** Whether it stands for a loss that was recorded, and not for a wait. */
    public boolean isWriteOff() {
        return id.startsWith(WRITE_OFF);
    }
}
