package org.quittance.api.bank;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.model.DebtorId;

/**
 * An entry of a bank statement as it is kept.
 *
 * @param number its short name within the creditor, from 1
 * @param debtor whom it is about, as far as that is known
 */
public record BankEntry(long number, StatementEntry entry, EntryState state, Optional<DebtorId> debtor) {

    public BankEntry {
        requireNonNull(entry, "entry");
        requireNonNull(state, "state");
        requireNonNull(debtor, "debtor");
        if (number < 1) {
            throw new IllegalArgumentException("number is " + number + ", the first is 1");
        }
    }
}
