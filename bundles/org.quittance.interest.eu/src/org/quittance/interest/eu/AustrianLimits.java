package org.quittance.interest.eu;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.interest.LegalLimits;
import org.quittance.api.interest.StatutoryLimits;

/** Limitation in Austria. */
@Component(service = LegalLimits.class, property = "id=at")
public final class AustrianLimits extends StatutoryLimits {

    @Activate
    public AustrianLimits() {
        super(AustrianLimits.class, "at");
    }
}
