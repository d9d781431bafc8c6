package org.quittance.service.claim;

import static java.util.Objects.requireNonNull;

import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;

/**
 * What is claimed on one open item on one day.
 *
 * @param contested the part of what is open that is disputed, by the ledger or the journal; the claim leaves it out
 * @param claim its principal is open without what is contested or given up; charges only where the law gives title to them
 */
public record ItemClaim(OpenItem item, Money contested, Claim claim) {

    public ItemClaim {
        requireNonNull(item, "item");
        requireNonNull(contested, "contested");
        requireNonNull(claim, "claim");
    }
}
