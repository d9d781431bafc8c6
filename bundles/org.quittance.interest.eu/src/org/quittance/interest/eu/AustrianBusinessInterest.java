package org.quittance.interest.eu;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.ReferenceRates;
import org.quittance.api.interest.StatutoryRegime;

/** Austria, between businesses (UGB § 456). */
@Component(service = InterestRegime.class, property = "id=at-b2b")
public final class AustrianBusinessInterest extends StatutoryRegime {

    @Activate
    public AustrianBusinessInterest(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) List<ReferenceRates> rates) {
        super(AustrianBusinessInterest.class, "at-b2b", rates);
    }
}
