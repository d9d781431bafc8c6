package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.model.Money;

/**
 * Money asked for before anything is delivered.
 *
 * @param due the last day to pay it
 * @param endedOn when it came or was refused; empty while it is waited for
 */
public record Deposit(
        String id, Money amount, LocalDate askedOn, LocalDate due, State state, Optional<LocalDate> endedOn)
        implements CaseRecord {

    public Deposit {
        requireNonNull(id, "id");
        requireNonNull(amount, "amount");
        requireNonNull(askedOn, "askedOn");
        requireNonNull(due, "due");
        requireNonNull(state, "state");
        requireNonNull(endedOn, "endedOn");
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount is " + amount + ", expected more than zero");
        }
        if (due.isBefore(askedOn)) {
            throw new IllegalArgumentException("due on " + due + ", before it was asked for on " + askedOn);
        }
        if (endedOn.isPresent() == (state == State.ASKED)) {
            throw new IllegalArgumentException("a deposit that is " + state + " ended on " + endedOn);
        }
    }

    /** What became of it. */
    public enum State {
        ASKED,
        RECEIVED,
        REFUSED
    }

    public Deposit ended(State as, LocalDate on) {
        return new Deposit(id, amount, askedOn, due, as, Optional.of(on));
    }

    /** Whether it was refused, came late or is overdue on a day. */
    public boolean isTrouble(LocalDate asOf) {
        return switch (state) {
            case ASKED -> asOf.isAfter(due);
            case RECEIVED -> endedOn.orElseThrow().isAfter(due);
            case REFUSED -> true;
        };
    }
}
