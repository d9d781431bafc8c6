package org.quittance.engine.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.ItemLife;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.engine.decision.ClaimedCharges.Claimed;
import org.quittance.service.claim.ChargeClaim;

/** Charges claimed on items whose principal is paid: no ledger lists them any more, and they are still due. */
final class SettledItems {

    private final Facts facts;
    private final Map<ItemKey, @Nullable ItemState> states;

    SettledItems(Facts facts, Map<ItemKey, @Nullable ItemState> states) {
        this.facts = facts;
        this.states = states;
    }

    /**
     * What money may pay beside the principal; empty where that cannot be told: an item is absent that may need the money as
     * principal, or proceedings are open, in which nothing may be paid out of turn.
     */
    Optional<Imputations.Claims> claims() {
        if (facts.history.is(CaseMark.Kind.INSOLVENT) || isSomethingAbsent()) {
            return Optional.empty();
        }
        return Optional.of((day, currency) -> standing(day, currency));
    }

    private List<Claimed> standing(LocalDate day, Currency currency) {
        List<Claimed> standing = new ArrayList<>(new ClaimedCharges(facts.history, day).in(currency));
        standing.removeIf(claim -> !states.containsKey(claim.item()) && !isPaid(claim.item()));
        return standing;
    }

    /** What was claimed on items that money has settled, and what was paid of it; the oldest claim first. */
    List<ChargeClaim> charges(PaidCharges paid) {
        if (!ClaimedCharges.isAny(facts.history)) {
            return List.of();
        }
        Map<String, Currency> currencies = new TreeMap<>();
        facts.history
                .steps()
                .forEach(step -> step.indemnity()
                        .ifPresent(amount -> currencies.put(amount.currency().getCurrencyCode(), amount.currency())));
        facts.history
                .statements()
                .forEach(statement -> statement
                        .lines()
                        .forEach(line -> currencies.put(
                                line.principal().currency().getCurrencyCode(),
                                line.principal().currency())));
        List<ChargeClaim> charges = new ArrayList<>(0);
        ClaimedCharges claimed = new ClaimedCharges(facts.history, facts.today);
        for (Currency currency : currencies.values()) {
            for (Claimed claim : claimed.in(currency)) {
                if (!states.containsKey(claim.item()) && isPaid(claim.item())) {
                    charge(claim, paid).ifPresent(charges::add);
                }
            }
        }
        return charges;
    }

    private static Optional<ChargeClaim> charge(Claimed claim, PaidCharges paid) {
        Money zero = Money.zero(claim.interest().currency());
        ChargeClaim charge = new ChargeClaim(
                claim.item(),
                claim.on(),
                claim.until(),
                claim.interest(),
                claim.indemnity(),
                paid.of(claim.item(), ChargeKind.INTEREST, zero).min(claim.interest()),
                paid.of(claim.item(), ChargeKind.INDEMNITY, zero).min(claim.indemnity()));
        return charge.interest().isPositive() || charge.indemnity().isPositive()
                ? Optional.of(charge)
                : Optional.empty();
    }

    /** Whether money settled it: what a credit note or a cancellation took was never late. */
    private boolean isPaid(ItemKey item) {
        return isSettled(item) && life(item).isByMoney();
    }

    private boolean isSomethingAbsent() {
        for (StepRecord step : facts.history.steps()) {
            if (!states.containsKey(step.item()) && !isSettled(step.item())) {
                return true;
            }
        }
        return false;
    }

    private boolean isSettled(ItemKey item) {
        return facts.history.lives().containsKey(item) && life(item).settledOn().isPresent();
    }

    private ItemLife life(ItemKey item) {
        return facts.history.lives().getOrDefault(item, new ItemLife(item, 1, Optional.empty()));
    }
}
