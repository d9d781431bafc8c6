package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;

/**
 * The part of a payment, which the ledger holds as an unallocated credit, that paid a charge claimed on an item. The charge is
 * paid whatever cycle the item is in.
 *
 * @param item on which it was claimed
 * @param credit the payment as the ledger lists it
 * @param amount positive, at most what the payment had left
 * @param on the day it was found
 * @param isTakenBack whether the payment was taken back since: then it paid nothing
 */
public record ImputedCharge(
        ItemKey item, ChargeKind charge, ItemKey credit, Money amount, LocalDate on, boolean isTakenBack)
        implements Imputed {

    public ImputedCharge {
        requireNonNull(item, "item");
        requireNonNull(charge, "charge");
        requireNonNull(credit, "credit");
        requireNonNull(amount, "amount");
        requireNonNull(on, "on");
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a charge of " + amount + " was not paid");
        }
    }

    @Override
    public ImputedCharge takenBack() {
        return new ImputedCharge(item, charge, credit, amount, on, true);
    }

    /** The same with more found on the same day. */
    public ImputedCharge plus(Money more) {
        return new ImputedCharge(item, charge, credit, amount.plus(more), on, isTakenBack);
    }

    /** A payment pays one charge of an item once a day; what is found more on that day takes the place of the record. */
    @Override
    public String id() {
        return charge + " " + item.invoice() + "/" + item.instalment() + " " + credit.invoice() + "/"
                + credit.instalment() + " " + on;
    }
}
