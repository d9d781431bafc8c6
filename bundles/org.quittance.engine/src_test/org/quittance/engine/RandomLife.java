package org.quittance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quittance.engine.Case.DUE;
import static org.quittance.engine.Case.EUR;
import static org.quittance.engine.Case.USD;
import static org.quittance.engine.Case.instalment;
import static org.quittance.engine.Case.invoice;
import static org.quittance.engine.Case.key;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Contact;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.ItemLife;
import org.quittance.api.ledger.Ruling;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.ledger.StepRecord.Outcome;
import org.quittance.api.model.Allocation;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Medium;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.service.decision.DebtorPlan;
import org.quittance.service.decision.PlannedItem;
import org.quittance.service.decision.PlannedMessage;
import org.quittance.service.policy.PolicyStep.Kind;

/** One debtor's life. What must not be reminded is kept apart from what the engine is told, and checked independently. */
final class RandomLife {

    private static final int DAYS = 150;

    private final Random random;
    private final String name;
    private final Set<String> seen;
    private final Case file = new Case();
    private final Map<ItemKey, Integer> cycles = new HashMap<>();
    private final Map<ItemKey, OpenItem> settled = new HashMap<>();
    private int counter;

    RandomLife(Random random, String name, Set<String> seen) {
        this.random = random;
        this.name = name;
        this.seen = seen;
        Debtor.Builder debtor = Case.business().kind(DebtorKind.values()[random.nextInt(4)]);
        if (random.nextInt(8) == 0) {
            debtor.optOuts(Set.of(Medium.CALL));
        }
        file.debtor = debtor.build();
        file.policy = Case.shipped(random.nextInt(4) == 0 ? "gentle" : "standard");
    }

    void live() {
        int invoices = 1 + random.nextInt(6);
        for (int invoice = 0; invoice < invoices; invoice++) {
            add();
        }
        for (int day = 0; day < DAYS; day++) {
            LocalDate today = DUE.minusDays(20).plusDays(day);
            happen(today);
            if (random.nextInt(5) > 0) {
                run(today);
            }
        }
    }

    private void add() {
        Currency currency = random.nextInt(5) == 0 ? USD : EUR;
        long cents = random.nextInt(6) == 0 ? 1 + random.nextInt(900) : 5_000 + random.nextInt(900_000);
        LocalDate due = DUE.plusDays(random.nextInt(120) - 80);
        OpenItem.Builder item = invoice("F" + ++counter, due, Money.ofMinor(cents, currency));
        if (random.nextInt(15) == 0) {
            item = OpenItem.of(key("F" + counter), Case.DEBTOR)
                    .issued(due.minusDays(30))
                    .due(due)
                    .open(Money.ofMinor(cents, currency))
                    .token("t");
        }
        file.with(item);
        cycles.put(key("F" + counter), 1);
    }

    private void happen(LocalDate today) {
        file.bank = random.nextInt(10) == 0 ? Optional.of(today.minusDays(6)) : Optional.of(today.minusDays(1));
        switch (random.nextInt(40)) {
            case 0 -> add();
            case 1, 2 -> pay(today);
            case 3 -> file.withCredit("P" + ++counter, today, (10 + random.nextInt(3000)) + ".00");
            case 4 -> file.items.values().removeIf(item -> item.kind().isCredit());
            case 5 -> anInvoice().ifPresent(item -> file.disputes.add(dispute(item, today)));
            case 6 -> file.disputes.clear();
            case 7 ->
                file.holds.add(new Hold(
                        "h",
                        anInvoice().map(OpenItem::key),
                        "geste",
                        today,
                        Optional.of(today.plusDays(random.nextInt(12)))));
            case 8, 9 -> anInvoice().ifPresent(item -> promise(item, today));
            case 10 -> reopen(today);
            case 11 -> say(today);
            case 12 -> anInvoice().ifPresent(item -> file.goodwill.add(goodwill(item, today)));
            case 13 -> mark(today);
            case 14 -> file.marks.clear();
            case 15 -> file.goodwill.clear();
            case 16 -> anInvoice().ifPresent(item -> agreement(item, today));
            case 17 -> anInvoice().ifPresent(item -> file.rulings.add(ruling(item, today)));
            case 18 -> file.rulings.clear();
            case 19 -> issue(today);
            case 20, 21 -> takeBack();
            case 22 -> payCharges(today);
            default -> {}
        }
    }

    private Optional<OpenItem> anInvoice() {
        List<OpenItem> invoices = file.items.values().stream()
                .filter(item -> !item.kind().isCredit())
                .toList();
        return invoices.isEmpty() ? Optional.empty() : Optional.of(invoices.get(random.nextInt(invoices.size())));
    }

    private Dispute dispute(OpenItem item, LocalDate today) {
        Optional<Money> amount = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(
                        Money.ofMinor(item.open().minor() / 3 + 1, item.open().currency()));
        return new Dispute("d" + ++counter, item.key(), amount, "prix", today, Optional.empty(), Optional.empty());
    }

    private void say(LocalDate today) {
        Optional<ItemKey> item = random.nextBoolean() ? anInvoice().map(OpenItem::key) : Optional.empty();
        boolean answers = random.nextInt(3) > 0;
        file.contacts.add(new Contact(
                "c" + ++counter, Contact.Kind.NOTE, today, item, Optional.empty(), answers, answers, "", ""));
    }

    private Goodwill goodwill(OpenItem item, LocalDate today) {
        Goodwill.Kind kind = Goodwill.Kind.values()[random.nextInt(Goodwill.Kind.values().length)];
        Money part = Money.ofMinor(
                1 + random.nextInt((int) Math.min(1_000_000, item.open().minor())),
                item.open().currency());
        return new Goodwill(
                "g" + ++counter,
                kind,
                random.nextInt(4) == 0 ? Goodwill.State.PROPOSED : Goodwill.State.GRANTED,
                kind.hasAmount() || random.nextBoolean() ? Optional.of(item.key()) : Optional.empty(),
                kind.hasAmount() ? Optional.of(part) : Optional.empty(),
                "geste",
                "claire",
                today,
                Optional.empty(),
                Optional.empty());
    }

    private void mark(LocalDate today) {
        CaseMark.Kind kind = CaseMark.Kind.values()[random.nextInt(CaseMark.Kind.values().length)];
        file.marks.clear();
        file.marks.add(new CaseMark(
                kind,
                today,
                Optional.empty(),
                "",
                Optional.empty(),
                random.nextBoolean() ? Optional.of(today.minusDays(random.nextInt(20))) : Optional.empty()));
    }

    private void promise(OpenItem item, LocalDate today) {
        if (!item.open().currency().equals(EUR)) {
            return;
        }
        LocalDate on = today.plusDays(1 + random.nextInt(15));
        String all = item.open().toDecimalString();
        if (random.nextBoolean()) {
            file.promise("p" + ++counter, Commitment.Kind.PROMISE, today, Set.of(item.key()), instalment(on, all));
        } else {
            file.promise(
                    "p" + ++counter,
                    Commitment.Kind.PLAN,
                    today,
                    Set.of(item.key()),
                    instalment(on, all),
                    instalment(on.plusDays(10), all));
        }
    }

    /** A plan with interest, or a settlement of two thirds. */
    private void agreement(OpenItem item, LocalDate today) {
        Money open = item.open();
        boolean plan = random.nextBoolean();
        LocalDate on = today.plusDays(1 + random.nextInt(15));
        Money interest = Money.ofMinor(plan ? 1 + random.nextInt(5_000) : 0, open.currency());
        Money amount = plan ? open.plus(interest) : Money.ofMinor(open.minor() * 2 / 3 + 1, open.currency());
        file.commitments.add(new Commitment(
                "p" + ++counter,
                plan ? Commitment.Kind.PLAN : Commitment.Kind.SETTLEMENT,
                Commitment.State.LIVE,
                today,
                Set.of(item.key()),
                open,
                List.of(new Commitment.Instalment(on, amount)),
                interest));
    }

    private Ruling ruling(OpenItem item, LocalDate today) {
        Ruling.Kind kind = Ruling.Kind.values()[random.nextInt(Ruling.Kind.values().length)];
        LocalDate from = today.minusDays(random.nextInt(30));
        boolean grace = kind == Ruling.Kind.GRACE;
        file.rulings.removeIf(other -> other.kind() == kind && other.item().equals(item.key()));
        return new Ruling(
                "r" + ++counter,
                kind,
                item.key(),
                from,
                grace ? Optional.of(from.plusDays(random.nextInt(40))) : Optional.empty(),
                grace && random.nextBoolean() ? Optional.of(BigDecimal.valueOf(random.nextInt(8))) : Optional.empty(),
                "",
                false);
    }

    private void issue(LocalDate today) {
        int number = file.statements.size() + 1;
        file.statements.add(ClaimRules.issue(new ClaimRules(file, name, today).check(), number, today));
    }

    /** Also of payments that were booked, and are listed no more. */
    private void takeBack() {
        List<ItemKey> payments = new ArrayList<>(file.credited.keySet());
        if (!payments.isEmpty()) {
            ItemKey gone = payments.get(random.nextInt(payments.size()));
            file.takeBack(gone);
            file.credited.remove(gone);
        }
    }

    /** Somebody pays what was claimed beside the principal, more or less. */
    private void payCharges(LocalDate today) {
        file.withCredit("P" + ++counter, today, (1 + random.nextInt(120)) + ".00");
    }

    private void pay(LocalDate today) {
        anInvoice().ifPresent(item -> {
            Money open = item.open();
            boolean whole = random.nextInt(3) > 0 || open.minor() < 3;
            withdrawLive(item.key());
            if (whole) {
                file.items.remove(item.key());
                settled.put(item.key(), item);
                file.lives.put(item.key(), new ItemLife(item.key(), cycles.get(item.key()), Optional.of(today)));
            } else {
                Money part = Money.ofMinor(open.minor() / 2, open.currency());
                List<Allocation> allocations = new ArrayList<>(item.allocations());
                allocations.add(new Allocation(today.minusDays(random.nextInt(4)), part));
                file.with(copy(item).open(open.minus(part)).allocations(allocations));
            }
        });
    }

    private static OpenItem.Builder copy(OpenItem item) {
        OpenItem.Builder copy = OpenItem.of(item.key(), item.debtor())
                .number(item.number())
                .issued(item.issueDate())
                .due(item.dueDate())
                .original(item.original())
                .open(item.open())
                .token("t");
        item.evidence().ifPresent(copy::evidence);
        return copy;
    }

    private void reopen(LocalDate today) {
        for (OpenItem item : List.copyOf(settled.values())) {
            int cycle = cycles.merge(item.key(), 1, Integer::sum);
            settled.remove(item.key());
            file.with(copy(item));
            file.lives.put(item.key(), new ItemLife(item.key(), cycle, Optional.empty()));
        }
    }

    private void withdrawLive(ItemKey item) {
        Set<Object> messages = new HashSet<>();
        file.steps.stream()
                .filter(step -> step.item().equals(item) && step.outcome() == Outcome.LIVE)
                .forEach(step -> messages.add(step.message()));
        file.steps.removeIf(step -> step.outcome() == Outcome.LIVE && messages.contains(step.message()));
    }

    private void run(LocalDate today) {
        resolve(today);
        DebtorPlan plan = file.plan(today);
        assertEquals(plan.toString(), file.plan(today).toString(), name);
        assertEquals(file.items.size(), plan.answers().size(), name);
        plan.answers().forEach(answer -> seen.add(answer.reason().name()));
        plan.answers().forEach(answer -> file.engine.text(answer, Locale.FRENCH));
        new ClaimRules(file, name, today).check();
        new PlanRules(file, cycles, name + " " + today).check(plan, today);
        file.take(
                new DebtorPlan(
                        plan.debtor(),
                        List.of(),
                        plan.answers(),
                        plan.expiredTasks(),
                        plan.decidedCommitments(),
                        plan.found()),
                today,
                Outcome.SENT);
        for (PlannedMessage message : plan.messages()) {
            seen.add(message.template());
            switch (random.nextInt(8)) {
                case 0 -> file.take(message, today, Outcome.UNKNOWN);
                case 1 -> file.take(message, today, Outcome.LIVE);
                case 2 -> {} // refused or bounced: it never appears
                default -> {
                    boolean undone = message.step().kind() == Kind.CALL && random.nextBoolean();
                    file.take(message, today, undone ? Outcome.LIVE : Outcome.SENT);
                }
            }
        }
        assertEquals(List.of(), onTop(file.plan(today), plan), name + " " + today + ": a second run sends more");
    }

    /** Messages of a second run that are not the refused ones again. */
    private static List<String> onTop(DebtorPlan second, DebtorPlan first) {
        Set<String> again = new HashSet<>();
        first.messages()
                .forEach(message ->
                        message.items().forEach(item -> again.add(item.item().key() + item.step())));
        List<String> more = new ArrayList<>();
        for (PlannedMessage message : second.messages()) {
            for (PlannedItem item : message.items()) {
                if (!again.contains(item.item().key() + item.step())) {
                    more.add(item.item().key() + item.step());
                }
            }
        }
        return first.messages().isEmpty()
                        || first.messages().size() == second.messages().size()
                ? List.of()
                : more;
    }

    /** Somebody finds out about what was unknown, a letter is posted, a person takes a task. */
    private void resolve(LocalDate today) {
        if (random.nextInt(6) == 0) {
            file.steps.removeIf(step -> step.outcome() == Outcome.UNKNOWN && random.nextBoolean());
        }
        if (random.nextInt(4) == 0) {
            file.steps.replaceAll(
                    step -> step.outcome() == Outcome.LIVE && !step.step().equals("call")
                            ? new StepRecord(
                                    step.item(),
                                    step.cycle(),
                                    step.step(),
                                    Outcome.SENT,
                                    today,
                                    step.message(),
                                    step.claimedUntil(),
                                    step.claimedMinor(),
                                    step.indemnity())
                            : step);
        }
    }
}
