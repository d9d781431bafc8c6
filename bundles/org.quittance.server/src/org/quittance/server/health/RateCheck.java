package org.quittance.server.health;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.health.Health;
import org.quittance.api.health.Health.Status;
import org.quittance.api.health.HealthCheck;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.text.Sentence;
import org.quittance.api.time.BusinessClock;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.claim.LegalFigures;

/** Whether the law of each creditor has a rate for today. */
@Component
public final class RateCheck implements HealthCheck {

    private final CreditorDirectory creditors;
    private final LegalFigures figures;
    private final BusinessClock clock;

    @Activate
    public RateCheck(
            @Reference CreditorDirectory creditors, @Reference LegalFigures figures, @Reference BusinessClock clock) {
        this.creditors = creditors;
        this.figures = figures;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "legal-rates";
    }

    @Override
    public List<Health> check() {
        return creditors.creditors().stream().map(this::of).toList();
    }

    private Health of(Creditor creditor) {
        LocalDate today = clock.today(creditor.zone());
        String country = creditor.address().country();
        Set<String> missing = figures.regimes().stream()
                .filter(regime -> List.of(DebtorKind.values()).stream().anyMatch(kind -> regime.governs(country, kind)))
                .filter(regime -> regime.rates().on(today).isEmpty())
                .map(InterestRegime::id)
                .collect(Collectors.toSet());
        return new Health(
                creditor.id().value(),
                missing.isEmpty() ? Status.OK : Status.WARNING,
                missing.isEmpty()
                        ? Sentence.of(RateCheck.class, "rate.known", today)
                        : Sentence.of(RateCheck.class, "rate.missing", missing, today),
                Map.of("missing_rates", (long) missing.size()));
    }
}
