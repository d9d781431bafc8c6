package org.quittance.api.bank;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A match that was booked.
 *
 * @param round from 1; booking an entry anew after it was undone is the next round
 * @param actor who booked it
 * @param automatic whether nobody was asked
 * @param undone whether it was taken back since
 * @param told whether the journal knows that it was booked
 * @param source the entry that brought this one back; empty otherwise
 */
public record BookedMatch(
        long entry,
        int round,
        EntryMatch match,
        String actor,
        Instant at,
        boolean automatic,
        boolean undone,
        boolean told,
        Optional<Long> source) {

    public BookedMatch {
        requireNonNull(match, "match");
        requireNonNull(actor, "actor");
        requireNonNull(at, "at");
        requireNonNull(source, "source");
    }
}
