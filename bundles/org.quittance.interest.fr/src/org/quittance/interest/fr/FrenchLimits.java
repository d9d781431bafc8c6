package org.quittance.interest.fr;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.interest.LegalLimits;
import org.quittance.api.interest.StatutoryLimits;

/** Payment terms and limitation in France. */
@Component(service = LegalLimits.class, property = "id=fr")
public final class FrenchLimits extends StatutoryLimits {

    @Activate
    public FrenchLimits() {
        super(FrenchLimits.class, "fr");
    }
}
