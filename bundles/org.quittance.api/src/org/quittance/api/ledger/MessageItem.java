package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.model.ItemToken;
import org.quittance.api.model.Money;

/**
 * An item in a message, with the step it is credited with.
 *
 * @param token the state in which it was decided
 * @param step the item's own next step, which may be lower than the message's
 * @param claimed what the message asks for it, without charges
 * @param interest running total of interest it claims for the item
 * @param claimedUntil last day of that interest, if any is claimed
 * @param indemnity fixed compensation it claims for the item
 */
public record MessageItem(
        ItemToken token,
        int cycle,
        String step,
        Money claimed,
        Money interest,
        Optional<LocalDate> claimedUntil,
        Money indemnity) {

    public MessageItem {
        requireNonNull(token, "token");
        requireNonNull(step, "step");
        requireNonNull(claimed, "claimed");
        requireNonNull(interest, "interest");
        requireNonNull(claimedUntil, "claimedUntil");
        requireNonNull(indemnity, "indemnity");
    }

    /** An item for which no fixed compensation is claimed. */
    public MessageItem(
            ItemToken token, int cycle, String step, Money claimed, Money interest, Optional<LocalDate> claimedUntil) {
        this(token, cycle, step, claimed, interest, claimedUntil, Money.zero(claimed.currency()));
    }

    /** Whether anything is claimed for it beside the principal. */
    public boolean isCharged() {
        return claimedUntil.isPresent() || indemnity.isPositive();
    }
}
