package org.quittance.interest.uk;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.interest.LegalLimits;
import org.quittance.api.interest.StatutoryLimits;

/** Limitation in England and Wales. */
@Component(service = LegalLimits.class, property = "id=gb")
public final class BritishLimits extends StatutoryLimits {

    @Activate
    public BritishLimits() {
        super(BritishLimits.class, "gb");
    }
}
