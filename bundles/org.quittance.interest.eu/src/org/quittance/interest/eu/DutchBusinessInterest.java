package org.quittance.interest.eu;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.ReferenceRates;
import org.quittance.api.interest.StatutoryRegime;

/** The Netherlands, between businesses (BW 6:119a). */
@Component(service = InterestRegime.class, property = "id=nl-b2b")
public final class DutchBusinessInterest extends StatutoryRegime {

    @Activate
    public DutchBusinessInterest(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<ReferenceRates> rates) {
        super(DutchBusinessInterest.class, "nl-b2b", rates);
    }
}
