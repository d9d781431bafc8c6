package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

/**
 * The policy a case was last decided under.
 *
 * @param hash SHA-256 of its canonical text, hexadecimal
 */
public record PolicyPin(String policy, String hash) {

    public PolicyPin {
        requireNonNull(policy, "policy");
        requireNonNull(hash, "hash");
    }
}
