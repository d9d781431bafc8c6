package org.quittance.interest.uk;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.ReferenceRates;
import org.quittance.api.interest.StatutoryRegime;

/** United Kingdom, between businesses (Late Payment of Commercial Debts (Interest) Act 1998). */
@Component(service = InterestRegime.class, property = "id=uk-b2b")
public final class BritishBusinessInterest extends StatutoryRegime {

    @Activate
    public BritishBusinessInterest(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<ReferenceRates> rates) {
        super(BritishBusinessInterest.class, "uk-b2b", rates);
    }
}
