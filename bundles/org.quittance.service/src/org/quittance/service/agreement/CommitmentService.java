package org.quittance.service.agreement;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.service.casework.CaseworkException;

/**
 * Promises, instalment plans and settlements. While one runs its items are not dunned; one that is broken returns them to where
 * they stood. What is beyond the limits of the policy is recorded as proposed and has no effect until it is approved. Recording
 * takes role CLERK. Safe for any thread.
 */
@ProviderType
public interface CommitmentService {

    Agreement promise(CreditorId creditor, DebtorId debtor, Promise promise, Recording recording)
            throws CaseworkException;

    Agreement plan(CreditorId creditor, DebtorId debtor, Plan plan, Recording recording) throws CaseworkException;

    Agreement settle(CreditorId creditor, DebtorId debtor, Settlement settlement, Recording recording)
            throws CaseworkException;

    /** Approving and refusing take role APPROVER and, with four eyes, somebody else than who proposed it. */
    Agreement decide(
            CreditorId creditor, DebtorId debtor, String id, Verdict verdict, String reason, Recording recording)
            throws CaseworkException;

    /**
     * @param amount what is promised, in the currency of the items; empty for all of it
     * @param replace cancels what was agreed about the same items before; refused otherwise
     * @param person who promised
     */
    record Promise(
            Scope scope, LocalDate by, Optional<BigDecimal> amount, boolean replace, String person, String note) {

        public Promise {
            requireNonNull(scope, "scope");
            requireNonNull(by, "by");
            requireNonNull(amount, "amount");
            requireNonNull(person, "person");
            requireNonNull(note, "note");
        }
    }

    /** The distance of instalments. */
    enum Rhythm {
        WEEK,
        FORTNIGHT,
        MONTH;

        /** Counted from the first date, so that the 31st comes back after a short month. */
        public LocalDate date(LocalDate first, int index) {
            return switch (this) {
                case WEEK -> first.plusWeeks(index);
                case FORTNIGHT -> first.plusWeeks(2L * index);
                case MONTH -> first.plusMonths(index);
            };
        }
    }

    /**
     * An instalment that is missed makes the whole of what is left due.
     *
     * @param instalments how many, without the down payment
     * @param first date of the first one; all are moved to bank days
     * @param downPayment paid before the first instalment; empty for none
     * @param downPaymentOn empty for the day it is made
     * @param yearlyPercent agreed interest on what is left, paid with each instalment; empty for none
     */
    record Plan(
            Scope scope,
            int instalments,
            Rhythm rhythm,
            LocalDate first,
            Optional<BigDecimal> downPayment,
            Optional<LocalDate> downPaymentOn,
            Optional<BigDecimal> yearlyPercent,
            boolean replace,
            String person,
            String note) {

        public Plan {
            requireNonNull(scope, "scope");
            requireNonNull(rhythm, "rhythm");
            requireNonNull(first, "first");
            requireNonNull(downPayment, "downPayment");
            requireNonNull(downPaymentOn, "downPaymentOn");
            requireNonNull(yearlyPercent, "yearlyPercent");
            requireNonNull(person, "person");
            requireNonNull(note, "note");
        }
    }

    /** A part that is paid by a date releases the rest; after that date the full claim is back. */
    record Settlement(Scope scope, BigDecimal amount, LocalDate by, boolean replace, String person, String note) {

        public Settlement {
            requireNonNull(scope, "scope");
            requireNonNull(amount, "amount");
            requireNonNull(by, "by");
            requireNonNull(person, "person");
            requireNonNull(note, "note");
        }
    }
}
