package org.quittance.interest.eu;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.ReferenceRates;
import org.quittance.api.interest.StatutoryRegime;

/** Germany, between businesses (BGB § 288 II). */
@Component(service = InterestRegime.class, property = "id=de-b2b")
public final class GermanBusinessInterest extends StatutoryRegime {

    @Activate
    public GermanBusinessInterest(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<ReferenceRates> rates) {
        super(GermanBusinessInterest.class, "de-b2b", rates);
    }
}
