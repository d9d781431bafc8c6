package org.quittance.interest.eu;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.ReferenceRates;
import org.quittance.api.interest.StatutoryRegime;

/** Ireland, between businesses (S.I. No. 580/2012). */
@Component(service = InterestRegime.class, property = "id=ie-b2b")
public final class IrishBusinessInterest extends StatutoryRegime {

    @Activate
    public IrishBusinessInterest(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<ReferenceRates> rates) {
        super(IrishBusinessInterest.class, "ie-b2b", rates);
    }
}
