package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import org.quittance.api.store.StoreId;

/**
 * A dunning run.
 *
 * @param store the ledger it was decided on; it is dispatched against no other
 * @param preparedBy name of the actor
 * @param complete false while it is being prepared, or when preparing it broke off
 */
public record RunRecord(
        RunId id, LocalDate asOf, StoreId store, String preparedBy, Instant preparedAt, boolean complete) {

    public RunRecord {
        requireNonNull(id, "id");
        requireNonNull(asOf, "asOf");
        requireNonNull(store, "store");
        requireNonNull(preparedBy, "preparedBy");
        requireNonNull(preparedAt, "preparedAt");
    }
}
