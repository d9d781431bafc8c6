package org.quittance.api.score;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Scores a debtor. Several may be installed; the one with the highest ranking that has an answer is asked. Called for one debtor at
 * a time on the thread of whoever looks at it; may block for some seconds, so a service on the network keeps what it learned.
 */
@ConsumerType
@FunctionalInterface
public interface DebtorScoring {

    /** Empty where this service does not know the debtor, or cannot be reached; it never throws for that. */
    Optional<Score> score(Experience experience);
}
