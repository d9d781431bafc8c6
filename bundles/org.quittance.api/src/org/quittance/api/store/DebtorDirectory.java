package org.quittance.api.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;

/**
 * Knows debtors: names, addresses, contacts, consents. Several may be present; the first that knows a debtor answers.
 * Called from several threads, may block, reading has no effect.
 */
@ConsumerType
public interface DebtorDirectory {

    /** The debtors known here; unknown ones are simply missing from the answer. Called with some hundreds at a time. */
    Map<DebtorId, Debtor> find(CreditorId creditor, Collection<DebtorId> debtors) throws StoreException;

    /** Debtors whose identifier or name contains a text, ignoring case, at most {@code limit}, by name. */
    List<Debtor> search(CreditorId creditor, String text, int limit) throws StoreException;
}
