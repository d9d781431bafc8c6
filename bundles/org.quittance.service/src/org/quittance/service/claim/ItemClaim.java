package org.quittance.service.claim;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;

/**
 * What is claimed on one open item on one day.
 *
 * @param cycle of the item
 * @param contested the part of what is open that is disputed, by the ledger or the journal; the claim leaves it out
 * @param claim its principal is open without what is contested or given up; charges only where the law gives title to them
 * @param earlier the interest that was claimed on the item before
 * @param paidInterest of the interest of the segments, paid by money that no invoice needed; the claim's interest is the rest
 */
public record ItemClaim(
        OpenItem item, int cycle, Money contested, Claim claim, Optional<Earlier> earlier, Money paidInterest) {

    public ItemClaim {
        requireNonNull(item, "item");
        requireNonNull(contested, "contested");
        requireNonNull(claim, "claim");
        requireNonNull(earlier, "earlier");
        requireNonNull(paidInterest, "paidInterest");
    }

    /**
     * Interest that a message or a statement claimed already. The claim states the running total, which contains it.
     *
     * @param number of the claim statement; 0 for a message
     * @param on the day it was issued or sent
     * @param until the last day it claimed
     * @param correction what the same days amount to today, less what was claimed; zero unless money was booked late
     */
    public record Earlier(int number, LocalDate on, LocalDate until, Money interest, Money correction) {

        public Earlier {
            requireNonNull(on, "on");
            requireNonNull(until, "until");
            requireNonNull(interest, "interest");
            requireNonNull(correction, "correction");
        }
    }
}
