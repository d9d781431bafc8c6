package org.quittance.api.agency;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.model.Money;

/**
 * Something an agency reports about a case; payments and proposals are reports it owes by article R124-5.
 *
 * @param id unique at the agency, so that reading it twice changes nothing
 * @param amount for payments, proposals and costs
 * @param text what the agency wrote
 */
public record AgencyEvent(String id, HandOverKey key, Kind kind, LocalDate on, Optional<Money> amount, String text) {

    public AgencyEvent {
        requireNonNull(id, "id");
        requireNonNull(key, "key");
        requireNonNull(kind, "kind");
        requireNonNull(on, "on");
        requireNonNull(amount, "amount");
        requireNonNull(text, "text");
    }

    /** Kinds of report. */
    public enum Kind {
        ACKNOWLEDGED,
        CONTACT,
        PAYMENT,
        PROPOSAL,
        DISPUTE,
        COST,
        RECALLED,
        CLOSED,
        /** A kind this version does not know; the text says more. */
        OTHER
    }
}
