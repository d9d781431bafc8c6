package org.quittance.engine.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.ClaimStatement;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;

/**
 * What messages that really went and statements claimed beside the principal, item by item, also of items that are paid. A later
 * claim gives running totals and takes the place of the one before, whatever cycle the item was in.
 */
final class ClaimedCharges {

    /**
     * @param since the day of the first claim on the item
     * @param on the day of this one
     * @param until the last day of interest, where any is claimed
     */
    record Claimed(
            ItemKey item, LocalDate since, LocalDate on, Optional<LocalDate> until, Money interest, Money indemnity) {

        Money amount(ChargeKind charge) {
            return charge == ChargeKind.INTEREST ? interest : indemnity;
        }
    }

    private final Map<ItemKey, @Nullable Claimed> latest = new HashMap<>();
    private final CaseHistory history;

    /** @param day claims of later days are left out */
    ClaimedCharges(CaseHistory history, LocalDate day) {
        this.history = history;
        List<Claimed> claims = new ArrayList<>();
        for (StepRecord step : history.steps()) {
            if (isClaim(step) && !step.on().isAfter(day)) {
                Money indemnity = step.indemnity().get();
                claims.add(new Claimed(
                        step.item(),
                        step.on(),
                        step.on(),
                        step.claimedUntil(),
                        Money.ofMinor(step.claimedMinor(), indemnity.currency()),
                        indemnity));
            }
        }
        for (ClaimStatement statement : history.statements()) {
            if (!statement.on().isAfter(day)) {
                statement.lines().forEach(line -> claims.add(claimed(statement, line)));
            }
        }
        claims.sort(Comparator.comparing(Claimed::on));
        for (Claimed claim : claims) {
            Claimed before = latest.get(claim.item());
            latest.put(claim.item(), before == null ? claim : then(before, claim));
        }
    }

    static boolean isAny(CaseHistory history) {
        if (!history.statements().isEmpty()) {
            return true;
        }
        for (StepRecord step : history.steps()) {
            if (isClaim(step)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isClaim(StepRecord step) {
        return step.outcome() == StepRecord.Outcome.SENT && step.indemnity().isPresent();
    }

    private static Claimed claimed(ClaimStatement statement, ClaimStatement.Line line) {
        return new Claimed(
                line.item(), statement.on(), statement.on(), line.claimedUntil(), line.interest(), line.indemnity());
    }

    /**
     * A step that claims no interest, or no compensation, takes back nothing that was claimed before. The compensation is fixed: a
     * statement asks for less of it only where a part was paid.
     */
    private static Claimed then(Claimed before, Claimed after) {
        boolean isInterest = after.until().isPresent();
        return new Claimed(
                after.item(),
                before.since(),
                after.on(),
                isInterest ? after.until() : before.until(),
                isInterest ? after.interest() : before.interest(),
                after.indemnity().compareTo(before.indemnity()) > 0 ? after.indemnity() : before.indemnity());
    }

    /** Those of one currency, the oldest claim first, without what the creditor gave up. */
    List<Claimed> in(Currency currency) {
        List<Claimed> claims = new ArrayList<>();
        for (Claimed claim : latest.values()) {
            if (claim != null && claim.interest().currency().equals(currency)) {
                claims.add(withoutWaived(claim));
            }
        }
        claims.sort(Comparator.comparing(Claimed::since).thenComparing(Claimed::item));
        return claims;
    }

    private Claimed withoutWaived(Claimed claim) {
        Money zero = Money.zero(claim.interest().currency());
        return new Claimed(
                claim.item(),
                claim.since(),
                claim.on(),
                claim.until(),
                isWaived(history, claim.item(), Goodwill.Kind.WAIVE_INTEREST) ? zero : claim.interest(),
                isWaived(history, claim.item(), Goodwill.Kind.WAIVE_INDEMNITY) ? zero : claim.indemnity());
    }

    /** Whether the creditor gave up a charge, for the item or for everything of the debtor. */
    static boolean isWaived(CaseHistory history, ItemKey item, Goodwill.Kind waiver) {
        for (Goodwill goodwill : history.goodwill()) {
            if (goodwill.kind() == waiver
                    && goodwill.state() == Goodwill.State.GRANTED
                    && (goodwill.item().isEmpty() || goodwill.item().get().equals(item))) {
                return true;
            }
        }
        return false;
    }
}
