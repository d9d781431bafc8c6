package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;

/**
 * Something the creditor gives up without being asked by the law. A discount, and an amount a dispute was lost about, are not
 * claimed any more until a credit note for them is in the ledger of invoices; then the record is {@link State#BOOKED}.
 *
 * @param item empty for every item of the debtor, which only a waiver can be about
 * @param amount set for a discount and a credit that is due
 * @param proposedBy name of the actor; empty text for what the engine found and nobody recorded yet
 * @param decidedBy name of the actor who approved, refused, took back or booked it
 */
public record Goodwill(
        String id,
        Kind kind,
        State state,
        Optional<ItemKey> item,
        Optional<Money> amount,
        String reason,
        String proposedBy,
        LocalDate proposedOn,
        Optional<String> decidedBy,
        Optional<LocalDate> decidedOn)
        implements CaseRecord {

    public Goodwill {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(state, "state");
        requireNonNull(item, "item");
        requireNonNull(amount, "amount");
        requireNonNull(reason, "reason");
        requireNonNull(proposedBy, "proposedBy");
        requireNonNull(proposedOn, "proposedOn");
        requireNonNull(decidedBy, "decidedBy");
        requireNonNull(decidedOn, "decidedOn");
        if (kind.hasAmount() != amount.isPresent() || kind.hasAmount() && item.isEmpty()) {
            throw new IllegalArgumentException(kind + " with amount " + amount + " on item " + item);
        }
    }

    public Goodwill decided(State next, String by, LocalDate on) {
        return new Goodwill(
                id, kind, next, item, amount, reason, proposedBy, proposedOn, Optional.of(by), Optional.of(on));
    }

    /** Kinds of goodwill. */
    public enum Kind {
        DISCOUNT,
        /** A dispute was lost about it; a credit note follows. */
        CREDIT_DUE,
        /** What a settlement that was paid in time released. */
        RELEASE,
        WAIVE_INTEREST,
        WAIVE_INDEMNITY,
        WAIVE_LATE_FEE;

        public boolean hasAmount() {
            return this == DISCOUNT || this == CREDIT_DUE || this == RELEASE;
        }
    }

    /** What became of it. */
    public enum State {
        /** Above the limits of the policy; has no effect until an approver agrees. */
        PROPOSED,
        GRANTED,
        REFUSED,
        CANCELLED,
        /** The credit note is in the ledger of invoices. */
        BOOKED
    }
}
