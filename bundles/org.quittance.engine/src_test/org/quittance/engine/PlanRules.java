package org.quittance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.ledger.StepRecord.Outcome;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.service.decision.DebtorPlan;
import org.quittance.service.decision.PlannedItem;
import org.quittance.service.decision.PlannedMessage;
import org.quittance.service.policy.PolicyStep;
import org.quittance.service.policy.PolicyStep.Kind;

/** The rules, checked on a plan without the engine's own classes. */
record PlanRules(Case file, Map<ItemKey, Integer> cycles, String when) {

    void check(DebtorPlan plan, LocalDate today) {
        Map<Currency, Integer> messages = new HashMap<>();
        for (PlannedMessage message : plan.messages()) {
            Currency currency = message.principal().currency();
            if (message.step().kind().reachesDebtor()) {
                assertEquals(1, messages.merge(currency, 1, Integer::sum), when);
                assertDebtorGap(currency, today);
                assertTrue(!message.media().isEmpty(), when);
            }
            assertTrue(today.getDayOfWeek().getValue() <= 5, when);
            assertTrue(!today.minusDays(4).isAfter(file.bank.orElseThrow()), when);
            assertSums(message, currency);
            message.items().forEach(item -> check(message, item, today));
        }
    }

    private void assertSums(PlannedMessage message, Currency currency) {
        Money principal = Money.zero(currency);
        Money interest = Money.zero(currency);
        for (PlannedItem item : message.items()) {
            principal = principal.plus(item.claimed());
            interest = interest.plus(item.interest());
        }
        for (OpenItem credit : message.credits()) {
            principal = principal.plus(credit.open());
        }
        assertEquals(principal, message.principal(), when);
        assertEquals(interest, message.interest(), when);
        assertTrue(principal.isPositive(), when);
        Money minimum = file.policy.minimumOpen().get(currency);
        assertTrue(principal.compareTo(minimum) >= 0, when);
    }

    private void assertDebtorGap(Currency currency, LocalDate today) {
        for (StepRecord step : file.steps) {
            OpenItem item = file.items.containsKey(step.item()) ? file.items.get(step.item()) : null;
            boolean here = item == null || item.open().currency().equals(currency);
            if (here && isMessage(step.step())) {
                assertTrue(step.outcome() != Outcome.LIVE || isGone(step), when + ": " + step);
                assertTrue(
                        !step.on().plusDays(file.policy.minimumGapDays()).isAfter(today)
                                || step.outcome() == Outcome.NOT_DONE,
                        when + ": " + step);
            }
        }
    }

    private boolean isGone(StepRecord step) {
        return !file.items.containsKey(step.item());
    }

    private boolean isMessage(String step) {
        return file.policy.step(step).map(one -> one.kind().reachesDebtor()).orElse(true);
    }

    private void check(PlannedMessage message, PlannedItem item, LocalDate today) {
        OpenItem open = item.item();
        ItemKey key = open.key();
        String here = when + " " + key + " " + item.step();
        assertEquals(message.principal().currency(), open.open().currency(), here);
        assertTrue(file.items.containsKey(key), here);
        assertTrue(open.evidence().isPresent(), here);
        assertEquals(cycles.get(key), item.cycle(), here);
        assertTrue(item.claimed().isPositive(), here);
        assertTrue(item.claimed().compareTo(open.open().minus(givenUp(open))) <= 0, here + ": claims what is given up");
        assertTrue(
                !isWaived(Goodwill.Kind.WAIVE_INTEREST, key) || item.interest().isZero(), here);
        assertTrue(
                !isWaived(Goodwill.Kind.WAIVE_INDEMNITY, key)
                        || item.indemnity().isZero(),
                here);
        assertTrue(!isMarked(CaseMark.Kind.INSOLVENT), here);
        assertTrue(message.step().kind() != Kind.CALL || !isMarked(CaseMark.Kind.WRITING_ONLY), here);
        assertTrue(!isStopped(key, today), here);
        List<StepRecord> taken = file.steps.stream()
                .filter(step -> step.item().equals(key) && step.cycle() == item.cycle())
                .filter(step -> step.outcome() != Outcome.LIVE || isMessage(step.step()))
                .toList();
        assertTrue(taken.stream().noneMatch(step -> step.step().equals(item.step())), here + ": twice");
        assertTrue(taken.stream().noneMatch(step -> step.outcome() == Outcome.UNKNOWN), here);
        assertTrue(taken.stream().noneMatch(step -> step.outcome() == Outcome.LIVE), here);
        file.policy.step(item.step()).ifPresent(step -> ladder(step, open, taken, today, here));
        if (message.step().kind() == Kind.FORMAL_NOTICE) {
            assertEquals(message.step().id(), item.step(), here);
        }
    }

    private Money givenUp(OpenItem open) {
        Money sum = Money.zero(open.open().currency());
        for (Goodwill goodwill : file.goodwill) {
            if (goodwill.state() == Goodwill.State.GRANTED
                    && goodwill.item().equals(Optional.of(open.key()))
                    && goodwill.amount().isPresent()) {
                sum = sum.plus(goodwill.amount().get());
            }
        }
        return sum;
    }

    private boolean isWaived(Goodwill.Kind kind, ItemKey key) {
        return file.goodwill.stream()
                .anyMatch(goodwill -> goodwill.kind() == kind
                        && goodwill.state() == Goodwill.State.GRANTED
                        && (goodwill.item().isEmpty() || goodwill.item().get().equals(key)));
    }

    private boolean isMarked(CaseMark.Kind kind) {
        return file.marks.stream().anyMatch(mark -> mark.kind() == kind);
    }

    private boolean isStopped(ItemKey key, LocalDate today) {
        boolean held = file.holds.stream()
                .anyMatch(hold -> (hold.item().isEmpty() || hold.item().get().equals(key))
                        && !hold.from().isAfter(today)
                        && !hold.until().orElseThrow().isBefore(today));
        boolean disputed = file.disputes.stream()
                .anyMatch(dispute ->
                        dispute.item().equals(key) && dispute.amount().isEmpty());
        boolean promised = file.commitments.stream()
                .anyMatch(commitment -> commitment.state() == Commitment.State.LIVE
                        && commitment.items().contains(key)
                        && !today.isAfter(commitment.instalments().get(0).on())
                        && isUnpaid(commitment, key));
        return held || disputed || promised;
    }

    private boolean isUnpaid(Commitment commitment, ItemKey key) {
        return file.items.get(key).open().compareTo(commitment.openWhenMade()) >= 0;
    }

    private void ladder(PolicyStep step, OpenItem open, List<StepRecord> taken, LocalDate today, String here) {
        assertTrue(!open.dueDate().plusDays(step.thresholdDays()).isAfter(today), here + ": too early");
        assertTrue(!step.isBeforeDue() || !today.isAfter(open.dueDate()), here + ": note after the due date");
        @Nullable PolicyStep last = null;
        @Nullable StepRecord lastSent = null;
        Set<String> done = new HashSet<>();
        for (StepRecord record : taken) {
            done.add(record.step());
            Optional<PolicyStep> known = file.policy.step(record.step());
            if (record.outcome() == Outcome.SENT
                    && known.isPresent()
                    && (last == null || known.get().thresholdDays() > last.thresholdDays())) {
                last = known.get();
                lastSent = record;
            }
        }
        if (last != null && lastSent != null) {
            long gap = step.thresholdDays() - last.thresholdDays();
            assertTrue(gap > 0, here + ": down the ladder");
            assertTrue(!lastSent.on().plusDays(gap).isAfter(today), here + ": rushed after " + last.id());
        }
        for (PolicyStep before : file.policy.steps()) {
            boolean certain = !before.isBeforeDue() && before.minimumOpen().isEmpty() && before.kind() != Kind.CALL;
            if (before.thresholdDays() < step.thresholdDays() && certain) {
                assertTrue(done.contains(before.id()), here + ": skipped " + before.id());
            }
        }
    }
}
