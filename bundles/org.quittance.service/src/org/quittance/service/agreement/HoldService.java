package org.quittance.service.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.Restriction;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.service.casework.CaseworkException;

/**
 * Stops to dunning, marks that say how a debtor is treated, and what a debtor does not get while it does not pay. Role CLERK; a
 * hold beyond the policy's limit and one without an end take role APPROVER. Safe for any thread.
 */
@ProviderType
public interface HoldService {

    /** @param scope nothing named means everything of the debtor, later invoices too */
    List<Hold> hold(
            CreditorId creditor,
            DebtorId debtor,
            Scope scope,
            String reason,
            Optional<LocalDate> until,
            Recording recording)
            throws CaseworkException;

    void lift(CreditorId creditor, DebtorId debtor, String id, Recording recording) throws CaseworkException;

    /** @param deadline for an insolvency the last day to file the claim; empty for the usual one */
    CaseMark mark(
            CreditorId creditor,
            DebtorId debtor,
            CaseMark.Kind kind,
            Optional<LocalDate> deadline,
            String reason,
            Recording recording)
            throws CaseworkException;

    CaseMark clear(CreditorId creditor, DebtorId debtor, CaseMark.Kind kind, Recording recording)
            throws CaseworkException;

    /** Begins a restriction, or ends the one of that kind; listeners hear of it. */
    Restriction restrict(
            CreditorId creditor,
            DebtorId debtor,
            Restriction.Kind kind,
            boolean lifted,
            String reason,
            Recording recording)
            throws CaseworkException;
}
