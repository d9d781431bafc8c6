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
 * @param owner who of the creditor clears it up; empty text where nobody was named
 * @param outcome how it ended; set with {@code closedOn}, empty in older records
 */
public record Dispute(
        String id,
        ItemKey item,
        Optional<Money> amount,
        String reason,
        LocalDate openedOn,
        Optional<LocalDate> deadline,
        Optional<LocalDate> closedOn,
        String owner,
        Optional<Outcome> outcome) {

    public Dispute {
        requireNonNull(id, "id");
        requireNonNull(item, "item");
        requireNonNull(amount, "amount");
        requireNonNull(reason, "reason");
        requireNonNull(openedOn, "openedOn");
        requireNonNull(deadline, "deadline");
        requireNonNull(closedOn, "closedOn");
        requireNonNull(owner, "owner");
        requireNonNull(outcome, "outcome");
    }

    /** A dispute without an owner, or whose outcome is not known. */
    public Dispute(
            String id,
            ItemKey item,
            Optional<Money> amount,
            String reason,
            LocalDate openedOn,
            Optional<LocalDate> deadline,
            Optional<LocalDate> closedOn) {
        this(id, item, amount, reason, openedOn, deadline, closedOn, "", Optional.empty());
    }

    public Dispute closed(LocalDate on, Outcome how) {
        return new Dispute(id, item, amount, reason, openedOn, deadline, Optional.of(on), owner, Optional.of(how));
    }

    /** How a dispute ends. */
    public enum Outcome {
        /** The debtor was right; a credit note follows. */
        UPHELD,
        /** The creditor was right; all of it is due. */
        REJECTED,
        /** Both agreed on a part. */
        SETTLED,
        /** It was recorded by mistake, or the debtor gave it up. */
        WITHDRAWN
    }
}
