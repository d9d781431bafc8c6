package org.quittance.service.agreement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.service.casework.CaseworkException;

/**
 * Discounts and waivers. Beyond the limits of the policy they are proposed and wait for an approver. An invoice is never changed:
 * a discount is not claimed until a person books the credit note for it. Role CLERK. Safe for any thread.
 */
@ProviderType
public interface GoodwillService {

    /**
     * @param scope one invoice for a discount; for a waiver nothing named means everything, later invoices too
     * @param amount for a discount only
     */
    List<Goodwill> grant(
            CreditorId creditor,
            DebtorId debtor,
            Goodwill.Kind kind,
            Scope scope,
            Optional<BigDecimal> amount,
            String reason,
            Recording recording)
            throws CaseworkException;

    Goodwill decide(CreditorId creditor, DebtorId debtor, String id, Verdict verdict, Recording recording)
            throws CaseworkException;
}
