package org.quittance.api.ledger;

import org.quittance.api.model.ItemKey;

/** A live message for the same item, cycle and step exists; a second copy is impossible. */
public final class DuplicateMessageException extends Exception {

    private static final long serialVersionUID = 1L;

    public DuplicateMessageException(ItemKey item, int cycle, String step) {
        super("a live message for item " + item + ", cycle " + cycle + ", step " + step + " exists already");
    }
}
