package org.quittance.service.escalation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quittance.api.agency.AgencyEvent;
import org.quittance.api.agency.AgencyProfile;
import org.quittance.api.agency.CasePackage;
import org.quittance.api.ledger.HandOver;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.text.Sentence;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.decision.Answer;

/**
 * Cases at collection agencies. From the intention on, before the agency is called, until the case is home again the creditor's
 * own dunning of the debtor stops. Every call may block as long as the agency does. Safe for any thread.
 */
@ProviderType
public interface HandOvers {

    /** Agencies that are installed, by identifier. */
    List<Agency> agencies(CreditorId creditor) throws CaseworkException;

    /**
     * What would be handed over, changing nothing.
     *
     * @throws CaseworkException USAGE for a public body, a case that is away, several currencies or no agency that fits;
     *     INPUT with every missing field where the mandate is not complete
     */
    Proposal propose(Order order) throws CaseworkException;

    /**
     * Hands the case over: commits the intention, calls the agency, commits its answer. What broke off in between is mended
     * by calling again, which uses the same key. Refused by the agency, everything is as before. Role APPROVER.
     *
     * @param figuresAcknowledged whether the approver takes upon himself legal figures that no lawyer has validated; not asked
     *     in a simulated workspace
     * @throws CaseworkException as {@link #propose}; UNAVAILABLE where nobody knows whether the agency has the case
     */
    Standing handOver(Order order, boolean figuresAcknowledged, Actor actor) throws CaseworkException;

    /**
     * Takes a case back. It is home when the agency acknowledges, at once or by its feedback; the ladder goes on where it
     * stood. Asking again does no harm. Role CLERK.
     */
    Standing recall(CreditorId creditor, DebtorId debtor, String reason, Actor actor) throws CaseworkException;

    /**
     * Reads what every agency reports and files it to the cases; reading twice files nothing twice. Money an agency received
     * is noted and waits for a person, it is never booked from here; costs stay with the creditor. Role CLERK.
     */
    Feedback feedback(CreditorId creditor, Actor actor) throws CaseworkException;

    /** Every hand-over there ever was, the earliest first. */
    List<Standing> list(CreditorId creditor) throws CaseworkException;

    /** @param agency empty for the only one that takes the debtor's country */
    record Order(CreditorId creditor, DebtorId debtor, Optional<String> agency) {

        public Order {
            requireNonNull(creditor, "creditor");
            requireNonNull(debtor, "debtor");
            requireNonNull(agency, "agency");
        }
    }

    /** @param missing fields of the mandate that are not filled in; with any of them nothing is handed over */
    record Agency(String id, AgencyProfile profile, List<String> missing) {

        public Agency {
            requireNonNull(id, "id");
            requireNonNull(profile, "profile");
            missing = List.copyOf(missing);
        }
    }

    /**
     * @param leftOut open items that stay, and why
     * @param file what the agency would get; empty where every item stays
     */
    record Proposal(Agency agency, Debtor debtor, List<Answer> leftOut, Optional<CasePackage> file) {

        public Proposal {
            requireNonNull(agency, "agency");
            requireNonNull(debtor, "debtor");
            leftOut = List.copyOf(leftOut);
            requireNonNull(file, "file");
        }
    }

    /** @param settled whether nothing is open any more of what an agency still has: it is time to take it back */
    record Standing(DebtorId debtor, HandOver handOver, boolean settled) {

        public Standing {
            requireNonNull(debtor, "debtor");
            requireNonNull(handOver, "handOver");
        }
    }

    /** @param refused agencies that did not answer and reports that could not be filed */
    record Feedback(List<Filed> filed, List<Sentence> refused) {

        public Feedback {
            filed = List.copyOf(filed);
            refused = List.copyOf(refused);
        }
    }

    /** A report that was new. */
    record Filed(DebtorId debtor, String agency, AgencyEvent event) {

        public Filed {
            requireNonNull(debtor, "debtor");
            requireNonNull(agency, "agency");
            requireNonNull(event, "event");
        }
    }
}
