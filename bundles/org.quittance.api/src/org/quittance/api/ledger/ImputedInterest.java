package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;

/**
 * The part of a payment, which the ledger holds as an unallocated credit, that paid interest agreed in a plan. It is the
 * creditor's: neither netted nor offered back nor asked for again.
 *
 * @param commitment the plan the interest was agreed in
 * @param credit the payment as the ledger lists it
 * @param amount positive, at most what the payment had left
 * @param on the day it was found
 * @param isTakenBack whether the payment was taken back since: then it paid nothing
 */
public record ImputedInterest(String commitment, ItemKey credit, Money amount, LocalDate on, boolean isTakenBack)
        implements Imputed {

    public ImputedInterest {
        requireNonNull(commitment, "commitment");
        requireNonNull(credit, "credit");
        requireNonNull(amount, "amount");
        requireNonNull(on, "on");
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("interest of " + amount + " was not paid");
        }
    }

    public ImputedInterest(String commitment, ItemKey credit, Money amount, LocalDate on) {
        this(commitment, credit, amount, on, false);
    }

    @Override
    public ImputedInterest takenBack() {
        return new ImputedInterest(commitment, credit, amount, on, true);
    }

    /** A payment pays interest of one plan once; more found later is more of another day. */
    @Override
    public String id() {
        return commitment + " " + credit.invoice() + "/" + credit.instalment() + " " + on;
    }
}
