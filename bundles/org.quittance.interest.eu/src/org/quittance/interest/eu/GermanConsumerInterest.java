package org.quittance.interest.eu;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.ReferenceRates;
import org.quittance.api.interest.StatutoryRegime;

/** Germany, against consumers (BGB § 288 I). */
@Component(service = InterestRegime.class, property = "id=de-b2c")
public final class GermanConsumerInterest extends StatutoryRegime {

    @Activate
    public GermanConsumerInterest(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<ReferenceRates> rates) {
        super(GermanConsumerInterest.class, "de-b2c", rates);
    }
}
