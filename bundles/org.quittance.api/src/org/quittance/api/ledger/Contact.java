package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.model.ItemKey;

/**
 * A call, a note or an answer of the debtor.
 *
 * @param item empty for everything of the debtor
 * @param reason code of the reason the debtor gave, if any
 * @param reached whether somebody of the debtor was spoken to or has written
 * @param answers whether it counts as an answer of the debtor, after which a step for the unanswered passes
 * @param person whom we spoke to; empty text where that is not known
 * @param text what was said; empty text for nothing
 */
public record Contact(
        String id,
        Kind kind,
        LocalDate on,
        Optional<ItemKey> item,
        Optional<String> reason,
        boolean reached,
        boolean answers,
        String person,
        String text)
        implements CaseRecord {

    public Contact {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(on, "on");
        requireNonNull(item, "item");
        requireNonNull(reason, "reason");
        requireNonNull(person, "person");
        requireNonNull(text, "text");
        if (answers && !reached) {
            throw new IllegalArgumentException("nobody was reached, so nobody answered");
        }
    }

    /** Kinds of contact. */
    public enum Kind {
        CALL,
        /** What a person of the creditor wrote down. */
        NOTE,
        /** The debtor wrote. */
        ANSWER
    }
}
