package org.quittance.interest.fr;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.ReferenceRates;
import org.quittance.api.interest.StatutoryRegime;

/** France, public buyers (CCP R2192-31). */
@Component(service = InterestRegime.class, property = "id=fr-b2g")
public final class FrenchPublicInterest extends StatutoryRegime {

    @Activate
    public FrenchPublicInterest(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<ReferenceRates> rates) {
        super(FrenchPublicInterest.class, "fr-b2g", rates);
    }
}
