package org.quittance.api.ledger;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;

/** Reads which cases were given to agencies; it is written through {@link CaseLedger#write}. Safe for any thread. */
@ProviderType
public interface HandOverLedger {

    /** Of every debtor that ever had one, the earliest first; few, since a person decides on each. */
    Map<DebtorId, List<HandOver>> handOvers(CreditorId creditor) throws LedgerException;
}
