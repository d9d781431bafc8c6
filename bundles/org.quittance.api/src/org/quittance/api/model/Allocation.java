package org.quittance.api.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * Part of a payment or credit note that was set against an item.
 *
 * @param valueDate the day from which the money counts for interest
 * @param amount positive, in the item's currency
 */
public record Allocation(LocalDate valueDate, Money amount) {

    public Allocation {
        requireNonNull(valueDate, "valueDate");
        requireNonNull(amount, "amount");
    }
}
