package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

/**
 * The seal over the entries of one committed unit of work.
 *
 * @param number from 1, without gaps per creditor
 * @param epoch how often the database was restored from a backup, plus one
 * @param hash lower-case hexadecimal
 */
public record JournalLink(long number, long epoch, long firstSequence, long lastSequence, String hash) {

    public JournalLink {
        requireNonNull(hash, "hash");
    }
}
