package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;

/**
 * An item the debtor contests.
 *
 * @param id unique within the debtor
 * @param amount the contested part; empty means all of it
 * @param closedOn set once it is settled either way
 */
public record Dispute(
        String id,
        ItemKey item,
        Optional<Money> amount,
        String reason,
        LocalDate openedOn,
        Optional<LocalDate> deadline,
        Optional<LocalDate> closedOn) {

    public Dispute {
        requireNonNull(id, "id");
        requireNonNull(item, "item");
        requireNonNull(amount, "amount");
        requireNonNull(reason, "reason");
        requireNonNull(openedOn, "openedOn");
        requireNonNull(deadline, "deadline");
        requireNonNull(closedOn, "closedOn");
    }
}
