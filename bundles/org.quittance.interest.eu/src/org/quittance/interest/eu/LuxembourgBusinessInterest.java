package org.quittance.interest.eu;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.ReferenceRates;
import org.quittance.api.interest.StatutoryRegime;

/** Luxembourg, between businesses (law of 18 April 2004). */
@Component(service = InterestRegime.class, property = "id=lu-b2b")
public final class LuxembourgBusinessInterest extends StatutoryRegime {

    @Activate
    public LuxembourgBusinessInterest(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) List<ReferenceRates> rates) {
        super(LuxembourgBusinessInterest.class, "lu-b2b", rates);
    }
}
