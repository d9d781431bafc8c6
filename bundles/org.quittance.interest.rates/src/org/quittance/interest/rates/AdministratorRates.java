package org.quittance.interest.rates;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.quittance.api.interest.RateFile;
import org.quittance.api.interest.ReferenceRate;
import org.quittance.api.interest.ReferenceRates;

/**
 * Rates that an administrator adds: {@code etc/org.quittance.interest.rates~NAME.json} in the workspace, or a configuration of
 * that factory made at runtime. A fault in it is an error of the component that names the line; the other rates stay.
 */
@Component(configurationPid = "org.quittance.interest.rates", configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = AdministratorRates.Added.class, factory = true)
public final class AdministratorRates implements ReferenceRates {

    private final List<ReferenceRate> rates;

    /** Rates of one index, read from one source. */
    @ObjectClassDefinition(
            name = "Quittance reference rates",
            description = "Rates of an index that came out after this release, or that correct it.")
    public @interface Added {

        @AttributeDefinition(name = "Index", description = "Such as ecb-mro, fr-legal-pro, de-base, boe-bank-rate.")
        String index();

        @AttributeDefinition(
                name = "Rates",
                description = "One per line: a span and a percentage, such as «2027-S1 2.65» or «2027-01-01 2.65».")
        String[] rates();

        @AttributeDefinition(name = "Source", description = "The publication that was read.")
        String source();

        @AttributeDefinition(name = "Checked", description = "The day on which it was read, such as 2027-01-02.")
        String checked();

        @AttributeDefinition(name = "Validated", description = "Whether a lawyer has confirmed these rates.")
        boolean validated() default false;
    }

    /** @throws IllegalStateException where a line is not understood; names it */
    @Activate
    public AdministratorRates(Added added) {
        StringBuilder text = new StringBuilder()
                .append("index ")
                .append(added.index())
                .append("\nsource ")
                .append(added.source())
                .append("\nchecked ")
                .append(added.checked());
        for (String rate : added.rates()) {
            text.append('\n').append(rate).append(added.validated() ? " validated" : "");
        }
        try {
            rates = RateFile.read("rates of " + added.index(), new StringReader(text.toString()));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    @Override
    public List<ReferenceRate> rates() {
        return rates;
    }
}
