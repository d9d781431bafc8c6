package org.quittance.service.casework;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.quittance.api.ledger.RunId;

/**
 * What a run came to.
 *
 * @param run empty in a dry run
 * @param debtors how many debtors were decided
 * @param items how many open items were answered
 * @param messages how many messages were prepared
 * @param failed how many debtors could not be decided
 * @param superseded messages of earlier runs taken back
 * @param standing messages that an earlier run of the same day prepared and that stay as they are
 * @param reasons how many items per reason code
 */
public record RunSummary(
        Optional<RunId> run,
        LocalDate asOf,
        long debtors,
        long items,
        long messages,
        long failed,
        long superseded,
        long standing,
        Map<String, Long> reasons) {

    public RunSummary {
        requireNonNull(run, "run");
        requireNonNull(asOf, "asOf");
        reasons = Map.copyOf(reasons);
    }
}
