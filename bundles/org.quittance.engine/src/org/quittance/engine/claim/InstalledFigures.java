package org.quittance.engine.claim;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.LegalLimits;
import org.quittance.api.interest.ReferenceRate;
import org.quittance.api.interest.ReferenceRates;
import org.quittance.service.claim.LegalFigures;

/**
 * The regimes and rates that were installed when this was made; it is made anew when one comes or goes. Services come in the
 * order of their ranking, the highest last: of two regimes with one name it counts.
 */
@Component
public final class InstalledFigures implements LegalFigures {

    private final SortedMap<String, InterestRegime> regimes = new TreeMap<>();
    private final List<ReferenceRate> rates;
    private final List<LegalLimits> limits;

    @Activate
    public InstalledFigures(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) List<InterestRegime> regimes,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) List<ReferenceRates> sources,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) List<LegalLimits> limits) {
        this.limits = List.copyOf(limits);
        regimes.forEach(regime -> this.regimes.put(regime.id(), regime));
        this.rates = sources.stream()
                .flatMap(source -> source.rates().stream())
                .sorted(Comparator.comparing(ReferenceRate::index)
                        .thenComparing(ReferenceRate::from)
                        .thenComparing(rate -> rate.figure().checked()))
                .toList();
    }

    @Override
    public List<InterestRegime> regimes() {
        return List.copyOf(regimes.values());
    }

    @Override
    public Optional<InterestRegime> regime(String id) {
        return regimes.containsKey(id) ? Optional.of(regimes.get(id)) : Optional.empty();
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
