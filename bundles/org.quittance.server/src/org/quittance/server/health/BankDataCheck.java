package org.quittance.server.health;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.health.Health;
import org.quittance.api.health.Health.Status;
import org.quittance.api.health.HealthCheck;
import org.quittance.api.model.Creditor;
import org.quittance.api.text.Sentence;
import org.quittance.api.time.BusinessClock;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CreditorDirectory;
import org.quittance.service.matching.MatchingService;
import org.quittance.service.policy.PolicyLibrary;

/** Whether what the bank received is known until late enough for the creditor's policy to remind anybody. */
@Component
public final class BankDataCheck implements HealthCheck {

    private final CreditorDirectory creditors;
    private final MatchingService matching;
    private final PolicyLibrary policies;
    private final BusinessClock clock;

    @Activate
    public BankDataCheck(
            @Reference CreditorDirectory creditors,
            @Reference MatchingService matching,
            @Reference PolicyLibrary policies,
            @Reference BusinessClock clock) {
        this.creditors = creditors;
        this.matching = matching;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "bank-data";
    }

    @Override
    public List<Health> check() throws CaseworkException {
        List<Health> all = new ArrayList<>();
        for (Creditor creditor : creditors.creditors()) {
            all.add(of(creditor));
        }
        return all;
    }

    private Health of(Creditor creditor) throws CaseworkException {
        LocalDate today = clock.today(creditor.zone());
        Optional<LocalDate> until = matching.freshness(creditor.id()).knownUntil();
        boolean isOld = policies.policy(creditor.policy())
                .map(policy -> policy.isBankDataTooOld(until, today))
                .orElse(false);
        String code = until.isEmpty() ? "bank.never" : isOld ? "bank.old" : "bank.fresh";
        return new Health(
                creditor.id().value(),
                isOld ? Status.WARNING : Status.OK,
                until.map(day -> Sentence.of(BankDataCheck.class, code, day))
                        .orElseGet(() -> Sentence.of(BankDataCheck.class, code)),
                until.map(day -> Map.of("bank_data_age_days", ChronoUnit.DAYS.between(day, today)))
                        .orElse(Map.of()));
    }
}
