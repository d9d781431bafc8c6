package org.quittance.interest.fr;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.interest.RateFile;
import org.quittance.api.interest.ReferenceRate;
import org.quittance.api.interest.ReferenceRates;

/** The French legal rate (CMF L313-2), fixed per half-year. */
@Component
public final class FrenchLegalRates implements ReferenceRates {

    private final List<ReferenceRate> rates;

    @Activate
    public FrenchLegalRates() {
        rates = RateFile.beside(FrenchLegalRates.class, "fr-legal-pro.rates");
    }

    @Override
    public List<ReferenceRate> rates() {
        return rates;
    }
}
