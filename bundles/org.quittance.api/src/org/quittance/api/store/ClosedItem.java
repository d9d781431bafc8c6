package org.quittance.api.store;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;

/**
 * An item of an invoice of which nothing is open any more.
 *
 * @param number the number printed on the invoice
 * @param how SETTLED, CREDITED or CANCELLED
 * @param on the day from which nothing was open
 * @param parts what was set against it, oldest first
 */
public record ClosedItem(
        ItemKey item,
        DebtorId debtor,
        String number,
        Money original,
        ItemChange.Kind how,
        LocalDate on,
        List<Part> parts) {

    public ClosedItem {
        requireNonNull(item, "item");
        requireNonNull(debtor, "debtor");
        requireNonNull(number, "number");
        requireNonNull(original, "original");
        requireNonNull(how, "how");
        requireNonNull(on, "on");
        parts = List.copyOf(parts);
    }

    /**
     * Part of a payment or credit note.
     *
     * @param reference the key of the payment or the number of the credit note
     * @param isMoney whether it was a payment
     * @param on the day it was booked
     */
    public record Part(String reference, boolean isMoney, LocalDate on, Money amount) {

        public Part {
            requireNonNull(reference, "reference");
            requireNonNull(on, "on");
            requireNonNull(amount, "amount");
        }
    }
}
