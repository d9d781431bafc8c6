package org.quittance.api.interest;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A source of reference rates: a shipped table, an administrator's file, a central bank's feed. Several may know the same
 * index; for a day that two of them know, the figure that was checked last counts. What a source knows does not change while
 * it is registered: one that has learnt more registers itself again, and the regimes take it up. Does not block.
 */
@ConsumerType
public interface ReferenceRates {

    /** In any order, of any indexes. */
    List<ReferenceRate> rates();
}
