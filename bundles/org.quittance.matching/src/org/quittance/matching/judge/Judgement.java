package org.quittance.matching.judge;

import java.util.List;
import java.util.Optional;
import org.quittance.api.bank.EntryMatch;
import org.quittance.api.model.DebtorId;

/**
 * What is to be done with an entry.
 *
 * @param booked what it pays, so sure that nobody is asked; also credit alone
 * @param proposals for a person, best first
 * @param debtor whom it is about, as far as that is known
 * @param loose where it names and fits nothing, but who paid is known
 */
public record Judgement(
        Optional<EntryMatch> booked, List<EntryMatch> proposals, Optional<DebtorId> debtor, Optional<Loose> loose) {

    public Judgement {
        proposals = List.copyOf(proposals);
    }
}
