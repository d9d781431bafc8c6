package org.quittance.interest.ch;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.interest.LegalLimits;
import org.quittance.api.interest.StatutoryLimits;

/** Limitation in Switzerland. */
@Component(service = LegalLimits.class, property = "id=ch")
public final class SwissLimits extends StatutoryLimits {

    @Activate
    public SwissLimits() {
        super(SwissLimits.class, "ch");
    }
}
