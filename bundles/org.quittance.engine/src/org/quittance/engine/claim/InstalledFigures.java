package org.quittance.engine.claim;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.LegalLimits;
import org.quittance.api.interest.ReferenceRate;
import org.quittance.api.interest.ReferenceRates;
import org.quittance.service.claim.LegalFigures;

/** The regimes and rates that were installed when this was made; it is made anew when one comes or goes. */
@Component
public final class InstalledFigures implements LegalFigures {

    private final List<InterestRegime> regimes;
    private final List<ReferenceRate> rates;
    private final List<LegalLimits> limits;

    @Activate
    public InstalledFigures(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) List<InterestRegime> regimes,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) List<ReferenceRates> sources,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) List<LegalLimits> limits) {
        this.limits = List.copyOf(limits);
        this.regimes = regimes.stream()
                .sorted(Comparator.comparing(InterestRegime::id))
                .toList();
        this.rates = sources.stream()
                .flatMap(source -> source.rates().stream())
                .sorted(Comparator.comparing(ReferenceRate::index)
                        .thenComparing(ReferenceRate::from)
                        .thenComparing(rate -> rate.figure().checked()))
                .toList();
    }

    @Override
    public List<InterestRegime> regimes() {
        return regimes;
    }

    @Override
    public Optional<InterestRegime> regime(String id) {
        return regimes.stream().filter(regime -> regime.id().equals(id)).findFirst();
    }

    @Override
    public Optional<LegalLimits> limits(String country) {
        return limits.stream().filter(one -> one.country().equals(country)).findFirst();
    }

    @Override
    public List<ReferenceRate> rates() {
        return rates;
    }
}
