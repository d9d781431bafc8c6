package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The result of checking the chain.
 *
 * @param entries how many entries were checked
 * @param head hash of the last link, hexadecimal; empty text for an empty journal
 * @param firstBroken which link or entry does not fit, in words; empty when the whole chain is valid
 * @param brokenSequence the first entry that is wrong, missing or in doubt; present where {@code firstBroken} is
 */
public record JournalVerification(
        long entries, String head, Optional<String> firstBroken, Optional<Long> brokenSequence) {

    public JournalVerification {
        requireNonNull(head, "head");
        requireNonNull(firstBroken, "firstBroken");
        requireNonNull(brokenSequence, "brokenSequence");
    }

    public static JournalVerification valid(long entries, String head) {
        return new JournalVerification(entries, head, Optional.empty(), Optional.empty());
    }

    public static JournalVerification broken(long entries, String head, long sequence, String finding) {
        return new JournalVerification(entries, head, Optional.of(finding), Optional.of(sequence));
    }

    public boolean isValid() {
        return firstBroken.isEmpty();
    }
}
