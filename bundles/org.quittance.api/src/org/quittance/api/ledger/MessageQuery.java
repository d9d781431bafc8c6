package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import org.quittance.api.model.DebtorId;

/**
 * Which messages to read.
 *
 * @param states empty for all
 * @param before only messages of runs begun before this one
 * @param after the message the page begins after, in the order they were prepared
 * @param limit at most this many
 */
public record MessageQuery(
        Optional<RunId> run,
        Optional<RunId> before,
        Optional<DebtorId> debtor,
        Set<MessageState> states,
        Optional<MessageId> after,
        int limit) {

    public MessageQuery {
        requireNonNull(run, "run");
        requireNonNull(before, "before");
        requireNonNull(debtor, "debtor");
        states = Set.copyOf(states);
        requireNonNull(after, "after");
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + ", at least 1");
        }
    }

    public static MessageQuery inStates(Set<MessageState> states, int limit) {
        return new MessageQuery(Optional.empty(), Optional.empty(), Optional.empty(), states, Optional.empty(), limit);
    }

    public MessageQuery of(RunId value) {
        return new MessageQuery(Optional.of(value), before, debtor, states, after, limit);
    }

    public MessageQuery before(RunId value) {
        return new MessageQuery(run, Optional.of(value), debtor, states, after, limit);
    }

    public MessageQuery of(DebtorId value) {
        return new MessageQuery(run, before, Optional.of(value), states, after, limit);
    }

    public MessageQuery after(MessageId value) {
        return new MessageQuery(run, before, debtor, states, Optional.of(value), limit);
    }
}
