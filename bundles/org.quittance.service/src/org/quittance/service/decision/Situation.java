package org.quittance.service.decision;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Medium;
import org.quittance.service.policy.Policy;

/**
 * What is the same for every debtor a decision is made about.
 *
 * @param today the day decided for, in the creditor's zone
 * @param paymentsKnownUntil the last day for which every payment is known; empty where that is not known
 * @param media the media that a channel is installed for which can send in the creditor's name
 */
public record Situation(
        LocalDate today,
        Creditor creditor,
        Policy policy,
        Optional<LocalDate> paymentsKnownUntil,
        Set<Medium> media,
        Law law) {

    public Situation {
        requireNonNull(today, "today");
        requireNonNull(creditor, "creditor");
        requireNonNull(policy, "policy");
        requireNonNull(paymentsKnownUntil, "paymentsKnownUntil");
        media = Set.copyOf(media);
        requireNonNull(law, "law");
    }
}
