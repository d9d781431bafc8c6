package org.quittance.interest.fr;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.ReferenceRates;
import org.quittance.api.interest.StatutoryRegime;

/** France, against consumers (C. civ. 1231-6). */
@Component(service = InterestRegime.class, property = "id=fr-b2c")
public final class FrenchConsumerInterest extends StatutoryRegime {

    @Activate
    public FrenchConsumerInterest(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<ReferenceRates> rates) {
        super(FrenchConsumerInterest.class, "fr-b2c", rates);
    }
}
