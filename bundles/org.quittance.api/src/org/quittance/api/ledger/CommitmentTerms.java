package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.model.Money;

/**
 * How a commitment came about and what was agreed beside its dates. Decisions need none of it; proof and people do.
 *
 * @param id of the commitment
 * @param covered what was claimed on its items when it was made, without what was contested
 * @param interest what the instalments contain beyond that
 * @param released what is given up if a settlement is paid in time; zero otherwise
 * @param downPayment the first instalment where it was agreed as such; zero otherwise
 * @param yearlyPercent agreed interest; empty for none
 * @param decidedBy who approved, refused or cancelled it
 * @param outcome why it was refused or cancelled; empty text otherwise
 * @param person who agreed on the debtor's side; empty text where not known
 */
public record CommitmentTerms(
        String id,
        Money covered,
        Money interest,
        Money released,
        Money downPayment,
        Optional<BigDecimal> yearlyPercent,
        String proposedBy,
        LocalDate proposedOn,
        Optional<String> decidedBy,
        Optional<LocalDate> decidedOn,
        String outcome,
        String person,
        String note)
        implements CaseRecord {

    public CommitmentTerms {
        requireNonNull(id, "id");
        requireNonNull(covered, "covered");
        requireNonNull(interest, "interest");
        requireNonNull(released, "released");
        requireNonNull(downPayment, "downPayment");
        requireNonNull(yearlyPercent, "yearlyPercent");
        requireNonNull(proposedBy, "proposedBy");
        requireNonNull(proposedOn, "proposedOn");
        requireNonNull(decidedBy, "decidedBy");
        requireNonNull(decidedOn, "decidedOn");
        requireNonNull(outcome, "outcome");
        requireNonNull(person, "person");
        requireNonNull(note, "note");
    }

    public CommitmentTerms decided(String by, LocalDate on, String why) {
        return new CommitmentTerms(
                id,
                covered,
                interest,
                released,
                downPayment,
                yearlyPercent,
                proposedBy,
                proposedOn,
                Optional.of(by),
                Optional.of(on),
                why,
                person,
                note);
    }
}
