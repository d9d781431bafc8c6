package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.quittance.api.model.DebtorId;

/**
 * An entry of the journal.
 *
 * @param sequence from 1, without gaps per creditor
 * @param actor name of who did it
 * @param payload empty once it was erased by law
 */
public record JournalEntry(
        long sequence, Instant at, String actor, String kind, Optional<DebtorId> debtor, Optional<String> payload) {

    public JournalEntry {
        requireNonNull(at, "at");
        requireNonNull(actor, "actor");
        requireNonNull(kind, "kind");
        requireNonNull(debtor, "debtor");
        requireNonNull(payload, "payload");
    }
}
