package org.quittance.interest.rates;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.interest.RateFile;
import org.quittance.api.interest.ReferenceRate;
import org.quittance.api.interest.ReferenceRates;

/** The main refinancing rate of the European Central Bank, which the law of ten countries refers to. */
@Component
public final class EuropeanCentralBankRates implements ReferenceRates {

    private final List<ReferenceRate> rates;

    @Activate
    public EuropeanCentralBankRates() {
        rates = RateFile.beside(EuropeanCentralBankRates.class, "ecb-mro.rates");
    }

    @Override
    public List<ReferenceRate> rates() {
        return rates;
    }
}
