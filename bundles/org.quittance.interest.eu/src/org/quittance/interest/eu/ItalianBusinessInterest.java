package org.quittance.interest.eu;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.ReferenceRates;
import org.quittance.api.interest.StatutoryRegime;

/** Italy, between businesses (D.Lgs. 231/2002). */
@Component(service = InterestRegime.class, property = "id=it-b2b")
public final class ItalianBusinessInterest extends StatutoryRegime {

    @Activate
    public ItalianBusinessInterest(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<ReferenceRates> rates) {
        super(ItalianBusinessInterest.class, "it-b2b", rates);
    }
}
