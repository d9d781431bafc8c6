package org.quittance.api.bank;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.quittance.api.model.DebtorId;

/** Who paid for a debtor before, as the bank named it. */
public record Payer(DebtorId debtor, Optional<String> iban, Optional<String> name) {

    public Payer {
        requireNonNull(debtor, "debtor");
        requireNonNull(iban, "iban");
        requireNonNull(name, "name");
    }
}
