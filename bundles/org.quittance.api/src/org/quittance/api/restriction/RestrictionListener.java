package org.quittance.api.restriction;

import org.osgi.annotation.versioning.ConsumerType;
import org.quittance.api.ledger.Restriction;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;

/**
 * Hears when a debtor's service is suspended or credit is held, and when that is over. Registered as a service (whiteboard). Called
 * after the restriction is committed, at least once for each of its two states: a listener that throws, that was not there, or that
 * was told just before a crash is told again, when the workspace is opened next or at the next run. So it has to be idempotent: the
 * identifier of a restriction stays the same, and a listener keeps those it has seen or sets the state rather than toggling it. Called
 * on the thread of a run or of the opening, one call at a time; it may block for some seconds.
 */
@ConsumerType
@FunctionalInterface
public interface RestrictionListener {

    /** @param restriction standing while {@code liftedOn} is empty, over once it is set */
    void changed(CreditorId creditor, DebtorId debtor, Restriction restriction);
}
