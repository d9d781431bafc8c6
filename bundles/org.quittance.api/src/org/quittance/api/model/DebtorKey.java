package org.quittance.api.model;

import static java.util.Objects.requireNonNull;

/** A debtor of one creditor. Two creditors may use the same debtor name for different people. */
public record DebtorKey(CreditorId creditor, DebtorId debtor) {

    public DebtorKey {
        requireNonNull(creditor, "creditor");
        requireNonNull(debtor, "debtor");
    }
}
