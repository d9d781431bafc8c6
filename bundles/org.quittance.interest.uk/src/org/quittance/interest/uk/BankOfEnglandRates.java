package org.quittance.interest.uk;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.interest.RateFile;
import org.quittance.api.interest.ReferenceRate;
import org.quittance.api.interest.ReferenceRates;

/** The Bank Rate of the Bank of England. */
@Component
public final class BankOfEnglandRates implements ReferenceRates {

    private final List<ReferenceRate> rates;

    @Activate
    public BankOfEnglandRates() {
        rates = RateFile.beside(BankOfEnglandRates.class, "boe-bank-rate.rates");
    }

    @Override
    public List<ReferenceRate> rates() {
        return rates;
    }
}
