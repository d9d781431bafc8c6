package org.quittance.casework.run;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.Medium;
import org.quittance.service.decision.Law;
import org.quittance.service.decision.Situation;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyLibrary;

/**
 * The situation per policy: a debtor's own policy, else the one asked for, else the creditor's. What is installed is looked at
 * once, so that every debtor of a run is decided under the same law. For one thread.
 */
public final class Situations {

    private final LocalDate today;
    private final Creditor creditor;
    private final Optional<LocalDate> paymentsKnownUntil;
    private final Set<Medium> media;
    private final Law law;
    private final PolicyLibrary library;
    private final String usual;
    private final Map<String, @Nullable Situation> known = new HashMap<>();

    public Situations(
            LocalDate today,
            Creditor creditor,
            Optional<String> asked,
            Optional<LocalDate> paymentsKnownUntil,
            Set<Medium> media,
            Law law,
            PolicyLibrary library) {
        this.today = today;
        this.creditor = creditor;
        this.usual = asked.orElse(creditor.policy());
        this.paymentsKnownUntil = paymentsKnownUntil;
        this.media = media;
        this.law = law;
        this.library = library;
    }

    /** @throws IllegalStateException where the debtor's policy is not there or bad; says which */
    public Situation of(Debtor debtor) {
        String id = debtor.policy().orElse(usual);
        Situation situation = known.get(id);
        if (situation == null) {
            Policy policy =
                    library.policy(id).orElseThrow(() -> new IllegalStateException("there is no policy «" + id + "»"));
            situation = new Situation(today, creditor, policy, paymentsKnownUntil, media, law);
            known.put(id, situation);
        }
        return situation;
    }

    public Creditor creditor() {
        return creditor;
    }

    public LocalDate today() {
        return today;
    }
}
