package org.quittance.interest.eu;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.interest.LegalLimits;
import org.quittance.api.interest.StatutoryLimits;

/** Limitation in Germany. */
@Component(service = LegalLimits.class, property = "id=de")
public final class GermanLimits extends StatutoryLimits {

    @Activate
    public GermanLimits() {
        super(GermanLimits.class, "de");
    }
}
