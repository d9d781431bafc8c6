package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.model.Money;

/**
 * Goods delivered or work done, which has to be invoiced.
 *
 * @param id the creditor's own reference, such as the number of the delivery note
 * @param amount what will be invoiced, where it is known
 * @param invoice number of the invoice it went into; empty as long as there is none
 */
public record Delivery(String id, LocalDate on, Optional<Money> amount, Optional<String> invoice, String description)
        implements CaseRecord {

    public Delivery {
        requireNonNull(id, "id");
        requireNonNull(on, "on");
        requireNonNull(amount, "amount");
        requireNonNull(invoice, "invoice");
        requireNonNull(description, "description");
        if (id.isBlank()) {
            throw new IllegalArgumentException("id is blank");
        }
    }

    public Delivery invoiced(String number) {
        return new Delivery(id, on, amount, Optional.of(number), description);
    }
}
