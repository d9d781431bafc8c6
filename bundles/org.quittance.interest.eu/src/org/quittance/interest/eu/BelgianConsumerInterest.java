package org.quittance.interest.eu;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.ReferenceRates;
import org.quittance.api.interest.StatutoryRegime;

/** Belgium, against consumers (code of economic law, book XIX). */
@Component(service = InterestRegime.class, property = "id=be-b2c")
public final class BelgianConsumerInterest extends StatutoryRegime {

    @Activate
    public BelgianConsumerInterest(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<ReferenceRates> rates) {
        super(BelgianConsumerInterest.class, "be-b2c", rates);
    }
}
