package org.quittance.interest.eu;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.interest.LegalLimits;
import org.quittance.api.interest.StatutoryLimits;

/** Limitation in Belgium. */
@Component(service = LegalLimits.class, property = "id=be")
public final class BelgianLimits extends StatutoryLimits {

    @Activate
    public BelgianLimits() {
        super(BelgianLimits.class, "be");
    }
}
