package org.quittance.engine.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.interest.DayCount;
import org.quittance.api.interest.Imputation;
import org.quittance.api.interest.InterestRegime;
import org.quittance.api.interest.MissingRate;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.engine.claim.DebtWalk;
import org.quittance.service.claim.Claim;
import org.quittance.service.claim.Debt;
import org.quittance.service.claim.ItemClaim.Earlier;
import org.quittance.service.policy.PolicyStep;

/** What is claimed besides the principal: only what the regime gives title to, in the item's own currency. */
final class Charges {

    private final Facts facts;
    private final PaidCharges paid;
    private final CourtRecord court;
    /** Asked for when the first item charges; most debtors are silent. */
    private @Nullable Optional<InterestRegime> regime;

    Charges(Facts facts, PaidCharges paid) {
        this.facts = facts;
        this.paid = paid;
        this.court = new CourtRecord(facts.history);
    }

    private Optional<InterestRegime> regime() {
        Optional<InterestRegime> known = regime;
        if (known == null) {
            known = facts.regime();
            regime = known;
        }
        return known;
    }

    private boolean hasTitle(ChargeKind charge) {
        Optional<InterestRegime> law = regime();
        return law.isPresent() && law.get().titles().contains(charge) && !isOffence(charge);
    }

    /** A fee for lateness asked of a French consumer is an offence: no regime that gets installed can give it a title. */
    private boolean isOffence(ChargeKind charge) {
        return charge == ChargeKind.LATE_FEE
                && facts.debtor.kind() == DebtorKind.CONSUMER
                && (facts.debtor.country().equals("FR")
                        || facts.situation.creditor().address().country().equals("FR"));
    }

    boolean isTitled(PolicyStep step, ChargeKind charge) {
        return step.charges().contains(charge) && hasTitle(charge);
    }

    private boolean isWaived(ItemState state, Goodwill.Kind waiver) {
        return ClaimedCharges.isWaived(facts.history, state.item.key(), waiver);
    }

    /** What was paid of an amount of interest on the item; at most all of it. */
    Money paidInterest(ItemState state, Money interest) {
        return paid.interest(state.item.key(), Money.zero(interest.currency())).min(interest);
    }

    /** The interest of the item until today without what was paid of it. */
    Money unpaidInterest(ItemState state) {
        boolean runs = state.claimed.isPositive()
                && hasTitle(ChargeKind.INTEREST)
                && !isWaived(state, Goodwill.Kind.WAIVE_INTEREST);
        Money interest =
                runs ? interestUntil(state, List.of(), facts.today).total() : Money.zero(state.claimed.currency());
        return interest.minus(paidInterest(state, interest));
    }

    /** What was paid of the fixed compensation for the item's invoice; at most all of it. */
    Money paidIndemnity(ItemState state, Money indemnity) {
        return paid.indemnity(state.item.key().invoice(), Money.zero(indemnity.currency()))
                .min(indemnity);
    }

    /** The first period of the item's delay without a rate. */
    Optional<MissingRate> missingRate(ItemState state) {
        return hasTitle(ChargeKind.INTEREST) && !isWaived(state, Goodwill.Kind.WAIVE_INTEREST)
                ? interestUntil(state, List.of(), facts.today).missing()
                : Optional.empty();
    }

    /** @param netted credits set against the item in this message, counting from the day they came */
    Interest interest(ItemState state, PolicyStep step, List<Allocation> netted) {
        return isTitled(step, ChargeKind.INTEREST) && !isWaived(state, Goodwill.Kind.WAIVE_INTEREST)
                ? interestUntil(state, netted, facts.today)
                : Interest.none(state.claimed);
    }

    /** How much the days claimed earlier change; zero where nothing was claimed. */
    Money corrected(ItemState state, List<Allocation> netted) {
        StepRecord statement = state.statement;
        Money zero = Money.zero(state.claimed.currency());
        if (statement == null || statement.claimedUntil().isEmpty() || isWaived(state, Goodwill.Kind.WAIVE_INTEREST)) {
            return zero;
        }
        LocalDate until = statement.claimedUntil().get();
        return interestUntil(state, netted, until)
                .total()
                .minus(Money.ofMinor(statement.claimedMinor(), zero.currency()));
    }

    /** The interest claimed before, and what became of it. */
    Optional<Earlier> earlier(ItemState state, List<Allocation> netted) {
        StepRecord statement = state.statement;
        if (statement == null || statement.claimedUntil().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Earlier(
                state.statementNumber,
                statement.on(),
                statement.claimedUntil().get(),
                Money.ofMinor(statement.claimedMinor(), state.claimed.currency()),
                corrected(state, netted)));
    }

    private Interest interestUntil(ItemState state, List<Allocation> netted, LocalDate to) {
        return regime().isEmpty()
                ? Interest.none(state.claimed)
                : Interest.of(claim(regime().get(), state, netted, to));
    }

    /** Follows an item's interest; empty where none runs. */
    Optional<DebtWalk> interestWalk(ItemState state) {
        return hasTitle(ChargeKind.INTEREST) && !isWaived(state, Goodwill.Kind.WAIVE_INTEREST)
                ? regime().map(law -> walk(law, state, List.of(), facts.today))
                : Optional.empty();
    }

    private Claim claim(InterestRegime law, ItemState state, List<Allocation> netted, LocalDate to) {
        return walk(law, state, netted, to).claim();
    }

    /** One way to count for messages and for every other document. */
    private DebtWalk walk(InterestRegime law, ItemState state, List<Allocation> netted, LocalDate to) {
        List<Allocation> payments = new ArrayList<>(state.item.allocations());
        payments.addAll(netted);
        Debt debt = Debt.of(state.item.number(), principal(state), state.item.dueDate())
                .payments(payments)
                .build();
        return new DebtWalk(law, debt, court.circumstances(state.item.key(), state.noticeOn, to));
    }

    /** What was claimed before anything was paid. */
    private static Money principal(ItemState state) {
        Money principal = state.claimed;
        for (Allocation payment : state.item.allocations()) {
            principal = principal.plus(payment.amount());
        }
        return principal;
    }

    /**
     * What is claimed on an item today by law, whether or not a step of the ladder charges it.
     *
     * @param covered credits cover it, so that nothing is asked for it
     * @param indemnities invoices whose fixed compensation an item before this one carries; this one is added
     */
    Claim owed(ItemState state, List<Allocation> netted, boolean covered, Set<InvoiceId> indemnities) {
        Money zero = Money.zero(state.claimed.currency());
        Optional<InterestRegime> law = regime();
        boolean late = facts.today.isAfter(state.item.dueDate());
        if (law.isEmpty() || !late || covered) {
            return new Claim(
                    state.item.number(),
                    state.claimed,
                    zero,
                    zero,
                    zero,
                    zero,
                    zero,
                    List.of(),
                    DayCount.ACT_365F,
                    Imputation.PRINCIPAL_FIRST,
                    List.of(),
                    Optional.empty());
        }
        Claim claim = claim(law.get(), state, netted, facts.today);
        boolean interest = hasTitle(ChargeKind.INTEREST) && !isWaived(state, Goodwill.Kind.WAIVE_INTEREST);
        boolean indemnity = hasTitle(ChargeKind.INDEMNITY)
                && !isWaived(state, Goodwill.Kind.WAIVE_INDEMNITY)
                && indemnities.add(state.item.key().invoice());
        Money accrued = interest ? claim.interest() : zero;
        Money compensation = indemnity ? claim.indemnity() : zero;
        return new Claim(
                claim.number(),
                state.claimed,
                accrued.minus(paidInterest(state, accrued)),
                compensation.minus(paidIndemnity(state, compensation)),
                zero,
                zero,
                zero,
                interest ? claim.segments() : List.of(),
                claim.dayCount(),
                claim.imputation(),
                claim.warnings(),
                interest ? claim.missing() : Optional.empty());
    }

    /**
     * The fixed compensation for the item's invoice, which is due once however many instalments are late: it stays with the
     * instalment that claimed it first.
     *
     * @param inMessage items of the message, in its order
     */
    Money indemnity(ItemState state, PolicyStep step, List<ItemState> inMessage) {
        Money zero = Money.zero(state.claimed.currency());
        if (isWaived(state, Goodwill.Kind.WAIVE_INDEMNITY)
                || !isTitled(step, ChargeKind.INDEMNITY)
                || isBarred(state)
                || !carries(state, ChargeKind.INDEMNITY, inMessage)) {
            return zero;
        }
        return regime().flatMap(law -> law.terms().indemnity(principal(state), state.item.dueDate()))
                .filter(amount -> amount.currency().equals(zero.currency()))
                .orElse(zero);
    }

    /** Where proceedings forbade to pay when it fell due, nobody is late. */
    private boolean isBarred(ItemState state) {
        return court.insolvencyOn()
                .map(opening -> !state.item.dueDate().isBefore(opening))
                .orElse(false);
    }

    /** The late fee of the step, once per invoice; a later message states it again, it is not added. */
    Money lateFee(ItemState state, PolicyStep step, List<ItemState> inMessage) {
        Money zero = Money.zero(state.claimed.currency());
        if (isWaived(state, Goodwill.Kind.WAIVE_LATE_FEE)
                || !isTitled(step, ChargeKind.LATE_FEE)
                || !carries(state, ChargeKind.LATE_FEE, inMessage)) {
            return zero;
        }
        return step.lateFee().getOrDefault(zero.currency(), zero);
    }

    private boolean carries(ItemState state, ChargeKind charge, List<ItemState> inMessage) {
        InvoiceId invoice = state.item.key().invoice();
        Optional<ItemKey> claimant = firstClaimant(invoice, charge);
        if (claimant.isPresent()) {
            return claimant.get().equals(state.item.key());
        }
        for (ItemState other : inMessage) {
            if (other.item.key().invoice().equals(invoice) && isTitled(step(other), charge)) {
                return other == state;
            }
        }
        return true;
    }

    private PolicyStep step(ItemState state) {
        return facts.ladder.step(Math.min(state.next, facts.ladder.size() - 1));
    }

    private Optional<ItemKey> firstClaimant(InvoiceId invoice, ChargeKind charge) {
        for (StepRecord taken : facts.history.steps()) {
            if (taken.item().invoice().equals(invoice) && wasSent(taken)) {
                int index = facts.ladder.indexOf(taken.step());
                if (index >= 0 && isTitled(facts.ladder.step(index), charge)) {
                    return Optional.of(taken.item());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean wasSent(StepRecord taken) {
        return taken.outcome() == StepRecord.Outcome.SENT
                || taken.outcome() == StepRecord.Outcome.SENT_ELSEWHERE
                || taken.outcome() == StepRecord.Outcome.UNKNOWN;
    }
}
