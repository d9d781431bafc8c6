package org.quittance.service.claim;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.interest.Interruption;
import org.quittance.api.interest.LimitationPeriod;
import org.quittance.api.interest.TermCap;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.OpenItem;
import org.quittance.service.casework.CaseworkException;

/**
 * Looks for open invoices that near or break a time limit of the law. Reads the whole ledger in one pass. Only limits for
 * everybody are looked at: whose trade has a shorter one, a person knows.
 */
@ProviderType
public interface LimitWatch {

    /** What may no longer be pursued after a day within so many days, soonest first; what has expired already, too. */
    Expiry expiring(CreditorId creditor, LocalDate today, int withinDays) throws CaseworkException;

    /** Open invoices whose due date is later than the law allows, oldest first. */
    List<LongTerm> longTerms(CreditorId creditor, LocalDate today) throws CaseworkException;

    /** Until when a claim can be pursued, counted from the issue of the invoice without anything that interrupts. */
    Optional<LocalDate> lastDay(String creditorCountry, DebtorKind debtor, LocalDate issued);

    /** The cap a due date breaks, where there are caps and it breaks them all; the one that allows most. */
    Optional<TermCap> brokenCap(String creditorCountry, DebtorKind debtor, LocalDate issued, LocalDate due);

    /**
     * @param unwatched open invoices for which no limitation period is known
     */
    record Expiry(List<Expiring> items, long unwatched) {

        public Expiry {
            items = List.copyOf(items);
        }
    }

    /**
     * @param lastDay counted from the issue of the invoice, without anything that interrupts: the cautious date
     * @param interruption what is known to have begun the period anew last; whether it can be proved, a person knows
     * @param lastDayIfInterrupted the last day if all that is known to interrupt can be proved
     */
    record Expiring(
            OpenItem item,
            LimitationPeriod period,
            LocalDate lastDay,
            Optional<Interruption> interruption,
            LocalDate lastDayIfInterrupted) {

        public Expiring {
            requireNonNull(item, "item");
            requireNonNull(period, "period");
            requireNonNull(lastDay, "lastDay");
            requireNonNull(interruption, "interruption");
            requireNonNull(lastDayIfInterrupted, "lastDayIfInterrupted");
        }
    }

    /** @param latest the latest due date the law allows */
    record LongTerm(OpenItem item, TermCap cap, LocalDate latest) {

        public LongTerm {
            requireNonNull(item, "item");
            requireNonNull(cap, "cap");
            requireNonNull(latest, "latest");
        }
    }
}
