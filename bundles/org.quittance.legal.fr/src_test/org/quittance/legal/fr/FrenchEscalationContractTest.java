package org.quittance.legal.fr;

import java.util.List;
import java.util.Locale;
import org.quittance.api.legal.LegalEscalation;
import org.quittance.tck.legal.LegalEscalationContract;

/** The contract of the TCK for the French provider. */
class FrenchEscalationContractTest extends LegalEscalationContract {

    @Override
    protected LegalEscalation escalation() {
        return new FrenchLegalEscalation();
    }

    @Override
    protected String country() {
        return "FR";
    }

    @Override
    protected Locale language() {
        return Locale.FRENCH;
    }

    @Override
    protected List<String> legalMentions() {
        return List.of("SARL au capital de 10 000 €, RCS Lyon 000 000 000");
    }
}
