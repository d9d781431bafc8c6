package org.quittance.engine.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.quittance.api.document.DocumentKind;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.ledger.StepRecord.Outcome;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.EvidenceGrade;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Medium;
import org.quittance.api.model.Money;
import org.quittance.service.decision.PlannedItem;
import org.quittance.service.decision.PlannedMessage;
import org.quittance.service.policy.PolicyStep;
import org.quittance.service.policy.PolicyStep.Kind;

/** Writes down what a message states: its items with their charges, its sums, its dates. */
final class MessageDraft {

    private final Facts facts;
    private final Charges charges;
    private final ItemChecks checks;

    MessageDraft(Facts facts, Charges charges, ItemChecks checks) {
        this.facts = facts;
        this.charges = charges;
        this.checks = checks;
    }

    /** @param netting with at least one claimed item; either all are about broken commitments or none is */
    PlannedMessage message(Netting netting, Currency currency) {
        List<ItemState> states = netting.claimed();
        return states.get(0).broken != null
                ? aboutBrokenCommitments(netting, currency)
                : atHighestStep(netting, currency);
    }

    private PlannedMessage atHighestStep(Netting netting, Currency currency) {
        int highest = -1;
        for (ItemState state : netting.claimed()) {
            highest = Math.max(highest, state.next);
        }
        PolicyStep step = facts.ladder.step(highest);
        Sums sums = new Sums(Money.zero(currency));
        List<PlannedItem> items = new ArrayList<>(netting.claimed().size());
        for (ItemState state : netting.claimed()) {
            items.add(sums.add(state, netting));
        }
        return new PlannedMessage(
                step,
                kind(step.kind()),
                step.template(),
                step.kind() == Kind.HANDOVER ? List.of() : checks.mediaOf(highest),
                items,
                netting.credits(),
                netting.principal(Money.zero(currency)),
                sums.interest,
                sums.indemnity,
                sums.fees,
                sums.knownUntil,
                step.deadlineDays().map(days -> facts.days.bankDay(facts.today.plusDays(days))),
                earlierMessages(netting.claimed()),
                facts.ladder.announced(highest, facts),
                step.expiresAfterDays() > 0
                        ? Optional.of(HistoryReading.lastDay(step, facts.today, facts.days))
                        : Optional.empty());
    }

    private PlannedMessage aboutBrokenCommitments(Netting netting, Currency currency) {
        List<Medium> media = checks.mediaOfReminders();
        List<PlannedItem> items = new ArrayList<>();
        Money zero = Money.zero(currency);
        int highest = 0;
        String newest = "";
        LocalDate newestOn = LocalDate.MIN;
        for (ItemState state : netting.claimed()) {
            CommitmentVerdict broken = state.broken;
            if (broken == null) {
                throw new IllegalStateException(state.item + " is in a message about broken commitments and has none");
            }
            String step = Ladder.brokenPromise(broken.commitment());
            highest = Math.max(highest, state.next);
            if (!broken.commitment().madeOn().isBefore(newestOn)) {
                newest = step;
                newestOn = broken.commitment().madeOn();
            }
            items.add(new PlannedItem(
                    state.item, state.cycle, step, state.claimed, zero, zero, Optional.empty(), List.of(), zero));
        }
        return new PlannedMessage(
                besideTheLadder(newest, media),
                DocumentKind.REMINDER,
                Ladder.BROKEN_PROMISE,
                media,
                items,
                netting.credits(),
                netting.principal(zero),
                zero,
                zero,
                zero,
                Optional.empty(),
                Optional.empty(),
                earlierMessages(netting.claimed()),
                facts.ladder.announced(highest - 1, facts),
                Optional.empty());
    }

    private static PolicyStep besideTheLadder(String id, List<Medium> media) {
        return new PolicyStep(
                id,
                Kind.REMINDER,
                0,
                Optional.empty(),
                Ladder.BROKEN_PROMISE,
                media,
                Set.of(),
                Map.of(),
                Map.of(),
                false,
                0,
                EvidenceGrade.DECLARED,
                Optional.empty(),
                0);
    }

    private static DocumentKind kind(Kind kind) {
        return switch (kind) {
            case REMINDER, SUSPENSION -> DocumentKind.REMINDER;
            case FORMAL_NOTICE -> DocumentKind.FORMAL_NOTICE;
            case CALL -> DocumentKind.CALL_SHEET;
            case HANDOVER -> DocumentKind.HANDOVER_PROPOSAL;
        };
    }

    /** Days on which messages about these items really went to the debtor. */
    /** Only messages about every one of the items: a letter says of all that it lists that they were the subject. */
    private List<LocalDate> earlierMessages(List<ItemState> states) {
        if (facts.history.steps().isEmpty()) {
            return List.of();
        }
        Set<ItemKey> keys = new HashSet<>();
        for (ItemState state : states) {
            keys.add(state.item.key());
        }
        Map<LocalDate, Set<ItemKey>> told = new TreeMap<>();
        for (StepRecord taken : facts.history.steps()) {
            if ((taken.outcome() == Outcome.SENT || taken.outcome() == Outcome.SENT_ELSEWHERE)
                    && keys.contains(taken.item())
                    && isMessage(taken.step())
                    && isOfCurrentCycle(taken, states)) {
                told.computeIfAbsent(taken.on(), on -> new HashSet<>()).add(taken.item());
            }
        }
        told.values().removeIf(items -> items.size() < keys.size());
        return List.copyOf(told.keySet());
    }

    private boolean isMessage(String step) {
        int index = facts.ladder.indexOf(step);
        return index < 0 || facts.ladder.step(index).kind().reachesDebtor();
    }

    private static boolean isOfCurrentCycle(StepRecord taken, List<ItemState> states) {
        for (ItemState state : states) {
            if (state.item.key().equals(taken.item())) {
                return state.cycle == taken.cycle();
            }
        }
        return false;
    }

    /** Adds up the charges of the items; each item is charged what its own step charges. */
    private final class Sums {

        private Money interest;
        private Money indemnity;
        private Money fees;
        private Optional<LocalDate> knownUntil = Optional.empty();

        Sums(Money zero) {
            this.interest = zero;
            this.indemnity = zero;
            this.fees = zero;
        }

        PlannedItem add(ItemState state, Netting netting) {
            PolicyStep own = facts.ladder.step(state.next);
            List<Allocation> netted = netting.nettedAgainst(state);
            Interest accrued = charges.interest(state, own, netted);
            Money compensation = charges.indemnity(state, own, netting.claimed());
            interest = interest.plus(accrued.total()).minus(charges.paidInterest(state, accrued.total()));
            indemnity = indemnity.plus(compensation).minus(charges.paidIndemnity(state, compensation));
            fees = fees.plus(charges.lateFee(state, own, netting.claimed()));
            accrued.missing().ifPresent(missing -> knownUntil(missing.since().minusDays(1)));
            return new PlannedItem(
                    state.item,
                    state.cycle,
                    own.id(),
                    state.claimed,
                    accrued.total(),
                    charges.isTitled(own, ChargeKind.INTEREST)
                            ? charges.corrected(state, netted)
                            : Money.zero(state.claimed.currency()),
                    accrued.until(),
                    accrued.segments(),
                    compensation);
        }

        private void knownUntil(LocalDate day) {
            if (knownUntil.isEmpty() || day.isBefore(knownUntil.get())) {
                knownUntil = Optional.of(day);
            }
        }
    }
}
