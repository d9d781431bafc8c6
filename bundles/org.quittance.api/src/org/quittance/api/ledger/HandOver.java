package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Set;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;

/**
 * A case that was given, or is being given, to a collection agency.
 *
 * @param id the hand-over key the agency knows it by
 * @param agency identifier of the connector
 * @param since the day it was decided on
 * @param items what the agency collects
 * @param total what was claimed that day, interest and accessories included
 * @param answer what the agency said last: its file number, where the case waits, why it refused; empty before it answered
 */
public record HandOver(
        String id, String agency, State state, LocalDate since, Set<ItemKey> items, Money total, String answer)
        implements CaseRecord {

    public HandOver {
        requireNonNull(id, "id");
        requireNonNull(agency, "agency");
        requireNonNull(state, "state");
        requireNonNull(since, "since");
        items = Set.copyOf(items);
        requireNonNull(total, "total");
        requireNonNull(answer, "answer");
    }

    public HandOver become(State next, String said) {
        return new HandOver(id, agency, next, since, items, total, said);
    }

    public boolean isAway() {
        return state.away;
    }

    /** How far it went. */
    public enum State {
        /** Committed before the agency is called; found in this state later, nobody knows whether the agency has it. */
        INTENDED(true),
        /** Transmitted, not yet acknowledged. */
        PENDING(true),
        ACKNOWLEDGED(true),
        /** Taken back, and the agency has not yet said that it stops. */
        RECALL_ASKED(true),
        /** Never taken. */
        REFUSED(false),
        RECALLED(false),
        CLOSED(false);

        private final boolean away;

        State(boolean away) {
            this.away = away;
        }
    }
}
