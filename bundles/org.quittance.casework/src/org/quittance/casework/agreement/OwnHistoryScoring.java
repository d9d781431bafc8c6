package org.quittance.casework.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.score.DebtorScoring;
import org.quittance.api.score.Experience;
import org.quittance.api.score.Score;
import org.quittance.api.score.Score.Factor;

/**
 * Scores a debtor by the creditor's own history: whoever did nothing wrong has 100 points. Each factor has a limit, so that no single
 * one decides alone. The weights are a rule of thumb, not statistics; a credit-check service of higher ranking takes its place.
 */
@Component(property = "service.ranking:Integer=-100")
public final class OwnHistoryScoring implements DebtorScoring {

    private static final int BEST = 100;
    private static final int DAYS_PER_POINT = 3;

    @Activate
    public OwnHistoryScoring() {}

    @Override
    public Optional<Score> score(Experience experience) {
        List<Factor> factors = new ArrayList<>();
        add(factors, "commitments-broken", experience.broken(), -15, -45);
        add(factors, "commitments-kept", experience.kept(), 5, 15);
        add(factors, "disputes-lost", experience.disputesLost(), -10, -20);
        add(factors, "deposit-trouble", experience.depositTroubles(), -10, -20);
        add(factors, "formal-notices", experience.formalNotices(), -10, -20);
        add(factors, "messages-needed", experience.messagesSent(), -2, -20);
        int days = experience.daysLateMax();
        if (days >= DAYS_PER_POINT) {
            factors.add(new Factor("days-late", days, Math.max(-30, -(days / DAYS_PER_POINT))));
        }
        factors.sort(Comparator.comparingInt((Factor factor) -> -Math.abs(factor.points())));
        int sum = BEST + factors.stream().mapToInt(Factor::points).sum();
        return Optional.of(new Score("own-history", Math.max(0, Math.min(BEST, sum)), factors));
    }

    private static void add(List<Factor> factors, String code, int count, int each, int limit) {
        if (count > 0) {
            long points = (long) count * each;
            factors.add(new Factor(code, count, (int) (each < 0 ? Math.max(limit, points) : Math.min(limit, points))));
        }
    }
}
