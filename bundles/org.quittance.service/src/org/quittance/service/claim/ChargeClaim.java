package org.quittance.service.claim;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;

/**
 * What a message or a statement claimed beside the principal of an item that money has settled since.
 *
 * @param on the day of the last claim
 * @param until the last day of interest it claimed, if it claimed any
 * @param interest as claimed
 * @param indemnity fixed compensation as claimed
 * @param paidInterest at most the interest
 * @param paidIndemnity at most the indemnity
 */
public record ChargeClaim(
        ItemKey item,
        LocalDate on,
        Optional<LocalDate> until,
        Money interest,
        Money indemnity,
        Money paidInterest,
        Money paidIndemnity) {

    public ChargeClaim {
        requireNonNull(item, "item");
        requireNonNull(on, "on");
        requireNonNull(until, "until");
        requireNonNull(interest, "interest");
        requireNonNull(indemnity, "indemnity");
        requireNonNull(paidInterest, "paidInterest");
        requireNonNull(paidIndemnity, "paidIndemnity");
    }

    /** What of the interest is still due. */
    public Money interestDue() {
        return interest.minus(paidInterest);
    }

    /** What of the fixed compensation is still due. */
    public Money indemnityDue() {
        return indemnity.minus(paidIndemnity);
    }

    public Money paid() {
        return paidInterest.plus(paidIndemnity);
    }
}
