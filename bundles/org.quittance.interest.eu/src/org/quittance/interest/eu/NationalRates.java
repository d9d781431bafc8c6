package org.quittance.interest.eu;

import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.interest.RateFile;
import org.quittance.api.interest.ReferenceRate;
import org.quittance.api.interest.ReferenceRates;

/** The base and legal rates of Germany, Austria and Belgium. */
@Component
public final class NationalRates implements ReferenceRates {

    private final List<ReferenceRate> rates;

    @Activate
    public NationalRates() {
        rates = Stream.of("de-base.rates", "at-base.rates", "be-legal.rates")
                .flatMap(file -> RateFile.beside(NationalRates.class, file).stream())
                .toList();
    }

    @Override
    public List<ReferenceRate> rates() {
        return rates;
    }
}
