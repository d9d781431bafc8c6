package org.quittance.service.decision;

import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.model.ItemKey;
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

    /** What is owed on the day of the situation, whether or not a message goes. */
    CaseClaim claim(DebtorPosition position, Situation situation);

    /** One sentence for an answer, in French or English; other languages get English. */
    String text(Answer answer, Locale language);
}
