package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An entry with what its hash is made of; hashes and salt are lower-case hexadecimal.
 *
 * @param salt empty once the payload was erased by law
 */
public record JournalRecord(JournalEntry entry, Optional<String> salt, String payloadHash, String hash) {

    public JournalRecord {
        requireNonNull(entry, "entry");
        requireNonNull(salt, "salt");
        requireNonNull(payloadHash, "payloadHash");
        requireNonNull(hash, "hash");
    }
}
