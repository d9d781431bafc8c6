package org.quittance.interest.fr;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.ReferenceRates;
import org.quittance.api.interest.StatutoryRegime;

/** France, between businesses (C. com. L441-10 II). */
@Component(service = InterestRegime.class, property = "id=fr-b2b")
public final class FrenchBusinessInterest extends StatutoryRegime {

    @Activate
    public FrenchBusinessInterest(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<ReferenceRates> rates) {
        super(FrenchBusinessInterest.class, "fr-b2b", rates);
    }
}
