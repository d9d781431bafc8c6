package org.quittance.engine.claim;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.Money;
import org.quittance.service.claim.Circumstances;
import org.quittance.service.claim.Claim;
import org.quittance.service.claim.ClaimService;
import org.quittance.service.claim.Debt;

/** Claims as functions of their arguments, without state. Safe for any thread. */
@Component
public final class PureClaimService implements ClaimService {

    @Activate
    public PureClaimService() {}

    @Override
    public Claim claim(InterestRegime regime, Debt debt, Circumstances circumstances) {
        return new DebtWalk(
                        requireNonNull(regime, "regime"),
                        requireNonNull(debt, "debt"),
                        requireNonNull(circumstances, "circumstances"))
                .claim();
    }

    @Override
    public List<Claim> claims(
            InterestRegime regime, List<Debt> debts, List<Allocation> payments, Circumstances circumstances) {
        requireNonNull(regime, "regime");
        requireNonNull(circumstances, "circumstances");
        if (debts.isEmpty()) {
            return List.of();
        }
        List<DebtWalk> walks = debts.stream()
                .map(debt -> new DebtWalk(regime, debt, circumstances))
                .toList();
        List<Allocation> byDate = new ArrayList<>(payments);
        byDate.removeIf(payment -> payment.valueDate().isAfter(circumstances.asOf()));
        byDate.sort(Comparator.comparing(Allocation::valueDate));
        for (Allocation payment : byDate) {
            walks.forEach(walk -> walk.through(payment.valueDate()));
            Money left = DebtOrder.share(payment.amount(), payment.valueDate(), walks);
            if (left.isPositive()) {
                walks.get(0).pay(left);
            }
        }
        return walks.stream().map(DebtWalk::claim).toList();
    }
}
