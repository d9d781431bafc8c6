package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The result of checking the chain.
 *
 * @param entries how many entries were checked
 * @param head hash of the last link, hexadecimal; empty text for an empty journal
 * @param firstBroken which link or entry does not fit, in words; empty when the whole chain is valid
 */
public record JournalVerification(long entries, String head, Optional<String> firstBroken) {

    public JournalVerification {
        requireNonNull(head, "head");
        requireNonNull(firstBroken, "firstBroken");
    }

    public boolean isValid() {
        return firstBroken.isEmpty();
    }
}
