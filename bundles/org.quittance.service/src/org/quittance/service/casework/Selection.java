package org.quittance.service.casework;

import java.util.Optional;
import java.util.Set;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.RunId;

/**
 * Which messages an operation is for: all of a run, named ones, or all that are in the right state.
 *
 * @param messages empty for all of the run
 */
public record Selection(Optional<RunId> run, Set<MessageId> messages) {

    public Selection {
        java.util.Objects.requireNonNull(run, "run");
        messages = Set.copyOf(messages);
    }

    public static Selection everything() {
        return new Selection(Optional.empty(), Set.of());
    }

    public static Selection of(RunId run) {
        return new Selection(Optional.of(run), Set.of());
    }

    public static Selection of(Set<MessageId> messages) {
        return new Selection(Optional.empty(), messages);
    }
}
