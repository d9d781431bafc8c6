package org.quittance.service.decision;

import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.model.ItemKey;
import org.quittance.api.store.ClosedItem;
import org.quittance.service.claim.CaseClaim;

/** Decides. Pure, safe for any thread, about a microsecond per item. */
@ProviderType
public interface DunningEngine {

    /** Every open item of the position gets exactly one answer. The same arguments give the same plan. */
    DebtorPlan plan(DebtorPosition position, Situation situation);

    /**
     * The decision for one item of the position, with the way to it in words.
     *
     * @throws IllegalArgumentException where the item is not in the position
     */
    Explanation explain(DebtorPosition position, Situation situation, ItemKey item, Locale language);

    /** What became of an item of which nothing is open, in words: what closed it, and what had been sent about it. */
    Explanation explain(ClosedItem item, CaseHistory history, Locale language);

    /** What is owed on the day of the situation, whether or not a message goes. */
    CaseClaim claim(DebtorPosition position, Situation situation);

    /** One sentence for an answer, in French or English; other languages get English. */
    String text(Answer answer, Locale language);
}
