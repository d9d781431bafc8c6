package org.quittance.service.agreement;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.CommitmentTerms;

/**
 * A commitment as it is recorded now.
 *
 * @param beyond limits of the policy it is beyond, for which an approver is needed; empty where there are none
 * @param replaced identifiers of commitments that were cancelled for it
 */
public record Agreement(Commitment commitment, CommitmentTerms terms, List<String> beyond, List<String> replaced) {

    public Agreement {
        requireNonNull(commitment, "commitment");
        requireNonNull(terms, "terms");
        beyond = List.copyOf(beyond);
        replaced = List.copyOf(replaced);
    }
}
