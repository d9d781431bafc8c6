package org.quittance.api.importer;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;

/**
 * Money received.
 *
 * @param key unique within the creditor, so that importing it twice changes nothing
 * @param debtor who paid; may be empty when the invoice is named
 * @param invoiceNumber what it pays; empty for unallocated money of the debtor
 * @param amount positive
 * @param bookedOn the day it is in the books
 * @param valueDate the day from which it counts for interest
 */
public record PaymentRecord(
        String key,
        Optional<DebtorId> debtor,
        Optional<String> invoiceNumber,
        Money amount,
        LocalDate bookedOn,
        LocalDate valueDate) {

    public PaymentRecord {
        requireNonNull(key, "key");
        requireNonNull(debtor, "debtor");
        requireNonNull(invoiceNumber, "invoiceNumber");
        requireNonNull(amount, "amount");
        requireNonNull(bookedOn, "bookedOn");
        requireNonNull(valueDate, "valueDate");
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount of a payment is " + amount + ", expected more than zero");
        }
        if (debtor.isEmpty() && invoiceNumber.isEmpty()) {
            throw new IllegalArgumentException("a payment names its debtor or its invoice");
        }
    }
}
