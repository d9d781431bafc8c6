package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.quittance.api.model.DebtorId;

/**
 * All that was said and agreed with one debtor, over and live alike, each list in the order of recording.
 *
 * @param holds those that are not lifted
 */
public record CaseAgreements(
        DebtorId debtor,
        List<Commitment> commitments,
        List<CommitmentTerms> terms,
        List<Dispute> disputes,
        List<Hold> holds,
        List<Contact> contacts,
        List<Goodwill> goodwill,
        List<CaseMark> marks,
        List<Restriction> restrictions,
        List<Ruling> rulings,
        List<ClaimStatement> statements) {

    public CaseAgreements {
        requireNonNull(debtor, "debtor");
        commitments = List.copyOf(commitments);
        terms = List.copyOf(terms);
        disputes = List.copyOf(disputes);
        holds = List.copyOf(holds);
        contacts = List.copyOf(contacts);
        goodwill = List.copyOf(goodwill);
        marks = List.copyOf(marks);
        restrictions = List.copyOf(restrictions);
        rulings = List.copyOf(rulings);
        statements = List.copyOf(statements);
    }

    public Optional<CommitmentTerms> terms(Commitment commitment) {
        return terms.stream()
                .filter(known -> known.id().equals(commitment.id()))
                .findFirst();
    }
}
