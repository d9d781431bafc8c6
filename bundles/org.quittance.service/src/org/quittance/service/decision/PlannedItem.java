package org.quittance.service.decision;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;

/**
 * An item in a planned message.
 *
 * @param step the item's own next step, with which it is credited
 * @param claimed open less disputed
 * @param interest running total since the first day of delay, also what was paid of it; zero where the step charges none
 * @param corrected how much earlier claims for days already claimed change, when a payment was booked late; zero mostly
 * @param claimedUntil last day of interest, where any is claimed
 * @param indemnity fixed compensation for the item, also what was paid of it
 */
public record PlannedItem(
        OpenItem item,
        int cycle,
        String step,
        Money claimed,
        Money interest,
        Money corrected,
        Optional<LocalDate> claimedUntil,
        List<InterestSegment> segments,
        Money indemnity) {

    public PlannedItem {
        requireNonNull(item, "item");
        requireNonNull(step, "step");
        requireNonNull(claimed, "claimed");
        requireNonNull(interest, "interest");
        requireNonNull(corrected, "corrected");
        requireNonNull(claimedUntil, "claimedUntil");
        segments = List.copyOf(segments);
        requireNonNull(indemnity, "indemnity");
    }
}
