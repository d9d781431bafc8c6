package org.quittance.interest.ch;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.ReferenceRates;
import org.quittance.api.interest.StatutoryRegime;

/** Switzerland (OR 104). */
@Component(service = InterestRegime.class, property = "id=ch")
public final class SwissInterest extends StatutoryRegime {

    @Activate
    public SwissInterest(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<ReferenceRates> rates) {
        super(SwissInterest.class, "ch", rates);
    }
}
