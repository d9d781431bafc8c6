package org.quittance.tck.legal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.quittance.api.document.MessageFacts;
import org.quittance.api.legal.FormalNotice;
import org.quittance.api.legal.LegalClaim;
import org.quittance.api.legal.LegalEscalation;
import org.quittance.api.legal.LegalRoute;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;

/** A provider that governs nothing: what a caller must do when no installed provider knows the law of a place. */
public final class NoJurisdiction implements LegalEscalation {

    @Override
    public String id() {
        return "none";
    }

    @Override
    public boolean governs(Creditor creditor, Debtor debtor) {
        requireNonNull(creditor, "creditor");
        requireNonNull(debtor, "debtor");
        return false;
    }

    @Override
    public FormalNotice formalNotice(MessageFacts facts, Creditor creditor, Debtor debtor) {
        return FormalNotice.incomplete(List.of("jurisdiction: none is known; ask a provider that governs the claim"));
    }

    @Override
    public List<LegalRoute> routes(LegalClaim claim, Creditor creditor, Debtor debtor) {
        return List.of();
    }
}
