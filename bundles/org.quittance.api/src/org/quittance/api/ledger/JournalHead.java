package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.quittance.api.model.CreditorId;

/**
 * A link of a creditor's journal and everything it stands for: kept outside, it shows later that nothing before it was
 * changed or cut off.
 *
 * @param installation the ledger's own name; the same for ever
 * @param at when the last entry of the link was written
 */
public record JournalHead(CreditorId creditor, String installation, JournalLink link, Instant at) {

    public JournalHead {
        requireNonNull(creditor, "creditor");
        requireNonNull(installation, "installation");
        requireNonNull(link, "link");
        requireNonNull(at, "at");
    }
}
