package org.quittance.service.agreement;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.service.casework.CaseworkException;

/** Disputes: only the undisputed part of an item is dunned until they are closed. Role CLERK. Safe for any thread. */
@ProviderType
public interface DisputeService {

    /** One dispute per item of the scope. */
    List<Dispute> open(CreditorId creditor, DebtorId debtor, Contested contested, Recording recording)
            throws CaseworkException;

    /** Gives a dispute that is open another owner or deadline. */
    Dispute assign(
            CreditorId creditor,
            DebtorId debtor,
            String id,
            Optional<String> owner,
            Optional<LocalDate> deadline,
            Recording recording)
            throws CaseworkException;

    /**
     * The ladder goes on where it stood.
     *
     * @param credit the amount given up, where the debtor was right or both agreed; where it was right and none is given, all
     *     that was contested
     */
    Closed close(
            CreditorId creditor,
            DebtorId debtor,
            String id,
            Dispute.Outcome outcome,
            Optional<BigDecimal> credit,
            Recording recording)
            throws CaseworkException;

    /**
     * @param amount the contested part, of one item; empty for all
     * @param reason a code of the catalogue or words
     * @param owner who clears it up; empty for the actor
     * @param deadline empty for a fortnight
     */
    record Contested(
            Scope scope,
            Optional<BigDecimal> amount,
            String reason,
            Optional<String> owner,
            Optional<LocalDate> deadline) {

        public Contested {
            requireNonNull(scope, "scope");
            requireNonNull(amount, "amount");
            requireNonNull(reason, "reason");
            requireNonNull(owner, "owner");
            requireNonNull(deadline, "deadline");
        }
    }

    /** @param credit what is not claimed any more, until its credit note is booked */
    record Closed(Dispute dispute, Optional<Goodwill> credit) {

        public Closed {
            requireNonNull(dispute, "dispute");
            requireNonNull(credit, "credit");
        }
    }
}
