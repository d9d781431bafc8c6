package org.quittance.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.legal.FormalNotice;
import org.quittance.api.legal.LegalClaim;
import org.quittance.api.legal.LegalEscalation;
import org.quittance.api.legal.LegalRoute;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;

/** A law that knows nothing but how long a claim may be filed: two months from what was published or heard. */
final class TwoMonthsToFile implements LegalEscalation {

    @Override
    public String id() {
        return "two-months";
    }

    @Override
    public boolean governs(Creditor creditor, Debtor debtor) {
        return true;
    }

    @Override
    public FormalNotice formalNotice(MessageFacts facts, Creditor creditor, Debtor debtor) {
        throw new UnsupportedOperationException("formal notice");
    }

    @Override
    public List<LegalRoute> routes(LegalClaim claim, Creditor creditor, Debtor debtor) {
        return List.of();
    }

    @Override
    public Optional<LocalDate> lastFiling(
            Creditor creditor, Debtor debtor, Optional<LocalDate> publishedOn, LocalDate heardOn) {
        return Optional.of(publishedOn.orElse(heardOn).plusMonths(2));
    }
}
