package org.quittance.interest.eu;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.ReferenceRates;
import org.quittance.api.interest.StatutoryRegime;

/** Spain, between businesses (Ley 3/2004). */
@Component(service = InterestRegime.class, property = "id=es-b2b")
public final class SpanishBusinessInterest extends StatutoryRegime {

    @Activate
    public SpanishBusinessInterest(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<ReferenceRates> rates) {
        super(SpanishBusinessInterest.class, "es-b2b", rates);
    }
}
