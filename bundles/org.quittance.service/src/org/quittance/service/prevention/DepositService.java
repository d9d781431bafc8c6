package org.quittance.service.prevention;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.ledger.Deposit;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;
import org.quittance.api.score.Score;
import org.quittance.service.agreement.Recording;
import org.quittance.service.casework.CaseworkException;

/**
 * Deposits and payment in advance: who should be asked for one, and what became of those that were asked for. A deposit that is
 * refused, late or overdue lowers the debtor's score. Safe for any thread.
 */
@ProviderType
public interface DepositService {

    /** What the rules of the installation advise for an order of this amount. Changes nothing; a person decides. */
    Advice advise(CreditorId creditor, DebtorId debtor, Money order, LocalDate asOf) throws CaseworkException;

    /** Records that a deposit was asked for. Role CLERK. */
    Deposit ask(CreditorId creditor, DebtorId debtor, Money amount, LocalDate due, Recording recording)
            throws CaseworkException;

    /**
     * Records that it came or was refused. Role CLERK.
     *
     * @param as RECEIVED or REFUSED
     * @throws CaseworkException USAGE where there is no such deposit, or it has ended otherwise
     */
    Deposit end(CreditorId creditor, DebtorId debtor, String id, Deposit.State as, Recording recording)
            throws CaseworkException;

    /** Every deposit of a debtor, the earliest first. */
    List<Deposit> deposits(CreditorId creditor, DebtorId debtor) throws CaseworkException;

    /** Why something is advised. */
    enum Ground {
        /** The order is below the amount from which deposits are asked for, or nothing speaks for one. */
        NONE,
        NEW_DEBTOR,
        LOW_SCORE
    }

    /**
     * @param percent of the order, 0 to 100; 100 is payment in advance
     * @param deposit that part, rounded half up to the minor unit
     * @param score what the debtor's score is and why, where there is one
     * @param newSince the day of the first invoice, for a new debtor that had one
     */
    record Advice(Ground ground, int percent, Money deposit, Optional<Score> score, Optional<LocalDate> newSince) {

        public Advice {
            requireNonNull(ground, "ground");
            requireNonNull(deposit, "deposit");
            requireNonNull(score, "score");
            requireNonNull(newSince, "newSince");
        }
    }
}
