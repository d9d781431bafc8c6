package org.quittance.api.store;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A page of changes.
 *
 * @param changes oldest first
 * @param next where the next page begins; equal to the asked cursor when there is nothing new
 * @param more whether the next page may be asked for at once
 */
public record ItemChanges(List<ItemChange> changes, ChangeCursor next, boolean more) {

    public ItemChanges {
        changes = List.copyOf(changes);
        requireNonNull(next, "next");
    }
}
