package org.quittance.interest.eu;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.ReferenceRates;
import org.quittance.api.interest.StatutoryRegime;

/** Belgium, between businesses (law of 2 August 2002). */
@Component(service = InterestRegime.class, property = "id=be-b2b")
public final class BelgianBusinessInterest extends StatutoryRegime {

    @Activate
    public BelgianBusinessInterest(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<ReferenceRates> rates) {
        super(BelgianBusinessInterest.class, "be-b2b", rates);
    }
}
