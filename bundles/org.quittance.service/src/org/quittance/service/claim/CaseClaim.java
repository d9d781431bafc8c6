package org.quittance.service.claim;

import java.util.List;
import org.quittance.api.model.OpenItem;

/**
 * What one debtor owes on one day, as a message about all of it would say: what was agreed, given up, decided by a court or
 * paid is looked at, in the same way for every document.
 *
 * @param items open invoices of which something is claimed or contested, oldest first
 * @param credits what is left to be set off, oldest first; not yet taken from the principals, but they bear no interest from the
 *     day a credit came
 * @param charges claimed before on items that are paid, with what was paid of them
 */
public record CaseClaim(List<ItemClaim> items, List<OpenItem> credits, List<ChargeClaim> charges) {

    public CaseClaim {
        items = List.copyOf(items);
        credits = List.copyOf(credits);
        charges = List.copyOf(charges);
    }
}
