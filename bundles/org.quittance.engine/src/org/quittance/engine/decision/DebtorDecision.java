package org.quittance.engine.decision;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.ledger.CaseRecord;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.ledger.Imputed;
import org.quittance.api.ledger.ImputedCharge;
import org.quittance.api.ledger.ImputedInterest;
import org.quittance.api.ledger.ItemLife;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.service.claim.CaseClaim;
import org.quittance.service.claim.Claim;
import org.quittance.service.claim.ItemClaim;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.DebtorPlan;
import org.quittance.service.decision.DebtorPosition;
import org.quittance.service.decision.PlannedMessage;
import org.quittance.service.decision.Reason;
import org.quittance.service.decision.Situation;

/** The decision about one debtor, with what led to it. For one thread; the plan it gives is a value. */
public final class DebtorDecision {

    private final DebtorPosition position;
    private final Facts facts;
    private final Map<ItemKey, @Nullable ItemState> states;
    private final List<CurrencyGroup> groups = new ArrayList<>(1);
    private final List<PlannedMessage> messages = new ArrayList<>(0);
    private List<MessageId> expired = List.of();
    private List<Commitment> changed = List.of();
    private List<Goodwill> released = List.of();
    private final PaidCharges paid;
    private @Nullable Imputations imputations;
    private String broken = "";

    private DebtorDecision(DebtorPosition position, Situation situation) {
        this.position = position;
        this.facts = new Facts(position, situation);
        this.states = new HashMap<>(position.items().size() * 2);
        this.paid = new PaidCharges(facts.history.paidCharges());
    }

    public static DebtorDecision of(DebtorPosition position, Situation situation) {
        DebtorDecision decision = new DebtorDecision(position, situation);
        try {
            decision.arrange();
            if (decision.broken.isEmpty()) {
                decision.decide();
            }
        } catch (ArithmeticException e) {
            decision.broken = "amount";
        } catch (DateTimeException e) {
            decision.broken = "date";
        }
        return decision;
    }

    public DebtorPlan plan() {
        return broken.isEmpty()
                ? new DebtorPlan(facts.debtor.id(), messages, answers(), expired, changed, found())
                : new DebtorPlan(facts.debtor.id(), List.of(), brokenAnswers(), List.of(), List.of(), List.of());
    }

    /** What is owed today; nothing where the debtor's data is broken. */
    public CaseClaim claim() {
        if (!broken.isEmpty()) {
            return new CaseClaim(List.of(), List.of(), List.of());
        }
        Charges charges = new Charges(facts, paid);
        List<ItemClaim> items = new ArrayList<>();
        List<OpenItem> credits = new ArrayList<>();
        for (CurrencyGroup group : groups) {
            List<ItemState> claimed = new ArrayList<>(group.invoices);
            claimed.removeIf(state -> !state.claimed.isPositive() && !state.contested.isPositive());
            claimed.sort(Turn.OLDEST_FIRST);
            group.credits.sort(Imputations.OLDEST_FIRST);
            Netting netting = Netting.of(claimed, group.credits, charges);
            Set<InvoiceId> indemnities = new HashSet<>();
            for (ItemState state : claimed) {
                boolean covered = state.claimed.isZero() || netting.covered().containsKey(state);
                Claim owed = charges.owed(state, netting.nettedAgainst(state), covered, indemnities);
                items.add(new ItemClaim(
                        state.item,
                        state.cycle,
                        state.contested,
                        owed,
                        covered ? Optional.empty() : charges.earlier(state, netting.nettedAgainst(state)),
                        owed.interestOfSegments().minus(owed.interest())));
            }
            credits.addAll(group.credits);
        }
        return new CaseClaim(items, credits, new SettledItems(facts, states).charges(paid));
    }

    Facts facts() {
        return facts;
    }

    /** What is known of an invoice; empty for credits and where the debtor's data is broken. */
    Optional<ItemState> state(ItemKey item) {
        ItemState state = states.get(item);
        return state == null || !broken.isEmpty() ? Optional.empty() : Optional.of(state);
    }

    /** Sorts the items by currency and looks for what makes the data unfit to decide on. */
    private void arrange() {
        Set<ItemKey> credits = new HashSet<>(0);
        for (OpenItem item : position.items()) {
            if (!isSound(item)) {
                return;
            }
            CurrencyGroup group = group(item.open().currency());
            boolean twice;
            if (item.kind().isCredit()) {
                group.credits.add(item);
                twice = !credits.add(item.key());
            } else {
                ItemState state = state(item, group);
                group.invoices.add(state);
                twice = states.put(item.key(), state) != null;
            }
            if (twice) {
                broken = "twice " + item.key();
                return;
            }
        }
        for (ItemKey credit : credits) {
            if (states.containsKey(credit)) {
                broken = "twice " + credit;
            }
        }
    }

    private boolean isSound(OpenItem item) {
        if (!item.debtor().equals(facts.debtor.id())) {
            broken = "debtor " + item.debtor() + ", " + item.key();
        } else if (!item.key().creditor().equals(facts.situation.creditor().id())) {
            broken = "creditor " + item.key().creditor() + ", " + item.key();
        } else if (!item.disputed().currency().equals(item.open().currency())) {
            broken = "currency " + item.key();
        }
        for (Allocation allocation : item.allocations()) {
            if (!allocation.amount().currency().equals(item.open().currency())) {
                broken = "currency " + item.key();
            }
        }
        return broken.isEmpty();
    }

    private ItemState state(OpenItem item, CurrencyGroup group) {
        Map<ItemKey, ItemLife> lives = facts.history.lives();
        if (lives.isEmpty() || !lives.containsKey(item.key())) {
            return new ItemState(item, group, 1, null);
        }
        ItemLife life = lives.get(item.key());
        @Nullable
        LocalDate settledOn = life.settledOn().isPresent() ? life.settledOn().get() : null;
        return new ItemState(item, group, life.cycle(), settledOn);
    }

    /** Debtors have one currency, rarely two. */
    private CurrencyGroup group(Currency currency) {
        for (CurrencyGroup group : groups) {
            if (group.currency.equals(currency)) {
                return group;
            }
        }
        CurrencyGroup group = new CurrencyGroup(currency);
        groups.add(group);
        return group;
    }

    private void decide() {
        expired = HistoryReading.read(facts, states, groups);
        if (!facts.history.commitments().isEmpty()
                || !facts.history.keptSettlements().isEmpty()
                || !facts.history.imputed().isEmpty()
                || !facts.history.paidCharges().isEmpty()
                || hasCredits() && ClaimedCharges.isAny(facts.history)) {
            imputations(new Imputations(facts, groups, paid));
        }
        Charges charges = new Charges(facts, paid);
        ItemChecks checks = new ItemChecks(facts, charges);
        MessageDraft drafts = new MessageDraft(facts, charges, checks);
        for (CurrencyGroup group : groups) {
            Map<Lane, List<ItemState>> candidates = candidates(group, checks);
            candidates.forEach((lane, states) -> new Turn(facts, group, lane, charges, drafts, messages).take(states));
        }
    }

    private boolean hasCredits() {
        for (CurrencyGroup group : groups) {
            if (!group.credits.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void imputations(Imputations made) {
        imputations = made;
        if (facts.history.awayAt().isEmpty()) {
            Commitments commitments = new Commitments(facts, states, groups, made);
            changed = commitments.decide();
            released = commitments.released();
            new SettledItems(facts, states).claims().ifPresent(made::findCharges);
            commitments.agreedInterest(new Charges(facts, paid), paid);
        }
    }

    private List<CaseRecord> found() {
        Imputations interest = imputations;
        if (interest == null) {
            return List.of();
        }
        List<CaseRecord> found = new ArrayList<>(interest.found());
        found.addAll(released);
        return found;
    }

    /** Answers for what stays silent on its own account; the rest by lane, in the lanes' order. */
    private Map<Lane, List<ItemState>> candidates(CurrencyGroup group, ItemChecks checks) {
        Map<Lane, List<ItemState>> candidates = Map.of();
        for (ItemState state : group.invoices) {
            checks.check(state);
            if (!state.isDecided()) {
                if (candidates.isEmpty()) {
                    candidates = new EnumMap<>(Lane.class);
                }
                Lane lane = state.broken != null
                        ? Lane.MESSAGE
                        : Lane.of(facts.ladder.step(state.next).kind());
                candidates.computeIfAbsent(lane, key -> new ArrayList<>()).add(state);
            }
        }
        return candidates;
    }

    private List<Answer> answers() {
        List<Answer> answers = new ArrayList<>(position.items().size());
        for (OpenItem item : position.items()) {
            if (item.kind().isCredit()) {
                answers.add(credit(item));
            } else {
                answers.add(answer(item.key()));
            }
        }
        return answers;
    }

    private Answer credit(OpenItem credit) {
        Imputations made = imputations;
        List<Imputed> paid = made == null ? List.of() : made.of(credit.key());
        if (paid.isEmpty()) {
            return Answer.of(credit.key(), credit.number(), credit.open(), Reason.CREDIT);
        }
        boolean isAgreed = paid.stream().allMatch(ImputedInterest.class::isInstance);
        return new Answer(
                credit.key(),
                credit.number(),
                credit.open(),
                isAgreed ? Reason.AGREED_INTEREST : Reason.PAID_CHARGES,
                Optional.empty(),
                Optional.of(paid.get(0).on()),
                Optional.of(claimed(credit).minus(credit.open())),
                Optional.of(
                        paid.stream().map(DebtorDecision::paidFor).distinct().collect(Collectors.joining(", "))),
                Optional.empty());
    }

    private static String paidFor(Imputed paid) {
        return paid instanceof ImputedInterest agreed
                ? agreed.commitment()
                : ((ImputedCharge) paid).item().invoice().value();
    }

    /** An item of the position. */
    OpenItem item(ItemKey key) {
        return position.items().stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** What is claimed of an item, or left to be set off of a credit. */
    Money claimed(OpenItem item) {
        if (!broken.isEmpty()) {
            return item.open();
        }
        ItemState state = states.get(item.key());
        if (state != null) {
            return state.claimed;
        }
        for (CurrencyGroup group : groups) {
            for (OpenItem credit : group.credits) {
                if (credit.key().equals(item.key())) {
                    return credit.open();
                }
            }
        }
        return Money.zero(item.open().currency());
    }

    private Answer answer(ItemKey item) {
        ItemState state = states.get(item);
        Answer answer = state == null ? null : state.answer;
        if (answer == null) {
            throw new IllegalStateException("no answer for " + item + " of " + facts.debtor);
        }
        return answer;
    }

    /** One answer per item named, however often it is in the position. */
    private List<Answer> brokenAnswers() {
        List<Answer> answers = new ArrayList<>();
        Set<ItemKey> answered = new HashSet<>();
        for (OpenItem item : position.items()) {
            if (answered.add(item.key())) {
                answers.add(new Answer(
                        item.key(),
                        item.number(),
                        item.open(),
                        Reason.DATA_BROKEN,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(broken),
                        Optional.empty()));
            }
        }
        return answers;
    }
}
