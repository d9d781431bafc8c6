package org.quittance.service.agreement;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.Ruling;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.service.casework.CaseworkException;

/** What courts decide about a debtor. Role CLERK. Safe for any thread. */
@ProviderType
public interface RulingService {

    /**
     * One ruling, on each of the open invoices it is about.
     *
     * @param from see {@link Ruling#from()}
     * @param to last day of a grace
     * @param yearlyPercent the reduced rate during a grace
     */
    record Decided(
            Ruling.Kind kind,
            Scope scope,
            LocalDate from,
            Optional<LocalDate> to,
            Optional<BigDecimal> yearlyPercent,
            String reason) {

        public Decided {
            requireNonNull(kind, "kind");
            requireNonNull(scope, "scope");
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            requireNonNull(yearlyPercent, "yearlyPercent");
            requireNonNull(reason, "reason");
        }
    }

    /**
     * Proceedings that were opened.
     *
     * @param openedOn the day of the opening judgment, on which interest stops
     * @param publishedOn the day it was published, from which the time to file the claim counts
     * @param deadline the last day to file the claim; empty for what the law says
     */
    record Opening(LocalDate openedOn, Optional<LocalDate> publishedOn, Optional<LocalDate> deadline, String reason) {

        public Opening {
            requireNonNull(openedOn, "openedOn");
            requireNonNull(publishedOn, "publishedOn");
            requireNonNull(deadline, "deadline");
            requireNonNull(reason, "reason");
        }
    }

    List<Ruling> record(CreditorId creditor, DebtorId debtor, Decided decided, Recording recording)
            throws CaseworkException;

    /** Marks the debtor as insolvent, or adds what was not known to the mark. */
    CaseMark insolvency(CreditorId creditor, DebtorId debtor, Opening opening, Recording recording)
            throws CaseworkException;

    /** Takes a ruling back that was recorded wrongly or set aside. */
    Ruling takeBack(CreditorId creditor, DebtorId debtor, String id, Recording recording) throws CaseworkException;
}
