package org.quittance.service.casework;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What to prepare.
 *
 * @param asOf the day to decide for
 * @param dryRun decide exactly the same and write nothing
 * @param policy a policy for debtors without one of their own, instead of the creditor's
 */
public record RunRequest(LocalDate asOf, boolean dryRun, Optional<String> policy) {

    public RunRequest {
        requireNonNull(asOf, "asOf");
        requireNonNull(policy, "policy");
    }
}
