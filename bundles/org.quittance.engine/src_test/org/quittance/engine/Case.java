package org.quittance.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.ledger.CaseHistory;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.CaseRecord;
import org.quittance.api.ledger.ClaimStatement;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Contact;
import org.quittance.api.ledger.Dispute;
import org.quittance.api.ledger.Goodwill;
import org.quittance.api.ledger.Hold;
import org.quittance.api.ledger.ImputedCharge;
import org.quittance.api.ledger.ImputedInterest;
import org.quittance.api.ledger.ItemLife;
import org.quittance.api.ledger.MessageId;
import org.quittance.api.ledger.Ruling;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.ledger.StepRecord.Outcome;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.Debtor;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.DebtorKey;
import org.quittance.api.model.DebtorKind;
import org.quittance.api.model.EvidenceGrade;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.ItemKind;
import org.quittance.api.model.Medium;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.api.model.PostalAddress;
import org.quittance.api.model.SendingEvidence;
import org.quittance.engine.policy.JsonPolicyReader;
import org.quittance.service.decision.Answer;
import org.quittance.service.decision.DebtorPlan;
import org.quittance.service.decision.DebtorPosition;
import org.quittance.service.decision.DunningEngine;
import org.quittance.service.decision.Explanation;
import org.quittance.service.decision.Law;
import org.quittance.service.decision.PlannedItem;
import org.quittance.service.decision.PlannedMessage;
import org.quittance.service.decision.Reason;
import org.quittance.service.decision.Situation;
import org.quittance.service.policy.Policy;
import org.quittance.service.policy.PolicyStep;

/** One debtor with ledger and journal in memory, on which days are played. Bank data is fresh unless set otherwise. */
final class Case {

    static final Currency EUR = Currency.getInstance("EUR");
    static final Currency USD = Currency.getInstance("USD");
    static final CreditorId CREDITOR = CreditorId.of("exemple");
    static final DebtorId DEBTOR = DebtorId.of("modele");
    static final Set<Medium> MEDIA = Set.of(Medium.LETTER, Medium.EMAIL);
    /** A Monday, after which 2026-03 has no holiday in the tests' calendar. */
    static final LocalDate DUE = LocalDate.of(2026, 3, 2);

    private static final PostalAddress ADDRESS =
            new PostalAddress(List.of("1 rue de l’Exemple"), "69001", "Lyon", "FR");
    private static final List<Policy> SHIPPED = new JsonPolicyReader().shipped();

    final DunningEngine engine = new PureDunningEngine();
    final Map<ItemKey, OpenItem> items = new LinkedHashMap<>();
    final Map<ItemKey, ItemLife> lives = new HashMap<>();
    final List<StepRecord> steps = new ArrayList<>();
    final List<Commitment> commitments = new ArrayList<>();
    final List<Commitment> keptSettlements = new ArrayList<>();
    final List<Dispute> disputes = new ArrayList<>();
    final List<Hold> holds = new ArrayList<>();
    final List<Contact> contacts = new ArrayList<>();
    final List<Goodwill> goodwill = new ArrayList<>();
    final List<CaseMark> marks = new ArrayList<>();
    final List<ImputedInterest> imputed = new ArrayList<>();
    final List<ImputedCharge> paidCharges = new ArrayList<>();
    final List<Ruling> rulings = new ArrayList<>();
    final List<ClaimStatement> statements = new ArrayList<>();
    /** What payments on account were worth, also those booked since. */
    final Map<ItemKey, Money> credited = new LinkedHashMap<>();

    final Map<InvoiceId, SendingEvidence> declared = new HashMap<>();
    Debtor debtor = business().build();
    Policy policy = shipped("standard");
    Law law = new Law(List.of(TwelvePercent.forBusinesses(), TwelvePercent.forConsumers()), List.of());
    Set<Medium> media = MEDIA;
    Optional<LocalDate> bank = Optional.of(LocalDate.MAX);
    Optional<String> away = Optional.empty();
    private int messages;

    static Policy shipped(String id) {
        return SHIPPED.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    static Debtor.Builder business() {
        return Debtor.named(new DebtorKey(CREDITOR, DEBTOR), "Boulangerie Modèle")
                .kind(DebtorKind.BUSINESS)
                .address(ADDRESS)
                .email("compta@boulangerie-modele.example")
                .phone("+33 4 00 00 00 00");
    }

    static Creditor creditor() {
        return Creditor.named(CREDITOR, "Exemple SARL", ADDRESS).build();
    }

    static Money euros(String decimal) {
        return Money.parse(decimal, "EUR");
    }

    static ItemKey key(String invoice) {
        return ItemKey.of(CREDITOR, InvoiceId.of(invoice), 1);
    }

    static OpenItem.Builder invoice(String number, LocalDate due, Money open) {
        return invoice(key(number), due, open);
    }

    static OpenItem.Builder invoice(ItemKey key, LocalDate due, Money open) {
        return OpenItem.of(key, DEBTOR)
                .number(key.invoice().value())
                .issued(due.minusDays(30))
                .due(due)
                .open(open)
                .evidence(new SendingEvidence(EvidenceGrade.CHANNEL, due.minusDays(30), "test"))
                .token("t");
    }

    /** An invoice of 365 EUR, due on {@link #DUE} plus some days. */
    Case with(String number, int daysAfter) {
        return with(invoice(number, DUE.plusDays(daysAfter), euros("365.00")));
    }

    Case with(OpenItem.Builder item) {
        OpenItem built = item.build();
        items.put(built.key(), built);
        return this;
    }

    Case withCredit(String number, LocalDate on, String amount) {
        credited.put(key(number), euros(amount));
        return with(OpenItem.of(key(number), DEBTOR)
                .number(number)
                .kind(ItemKind.PAYMENT)
                .issued(on)
                .due(on)
                .open(euros(amount).negated())
                .token("c"));
    }

    Case sent(String invoice, String step, LocalDate on) {
        return record(invoice, step, Outcome.SENT, on);
    }

    Case record(String invoice, String step, Outcome outcome, LocalDate on) {
        steps.add(new StepRecord(
                key(invoice),
                1,
                step,
                outcome,
                on,
                Optional.of(new MessageId("20260101-1-" + ++messages)),
                Optional.empty(),
                0));
        return this;
    }

    Case promise(
            String id, Commitment.Kind kind, LocalDate madeOn, Set<ItemKey> covered, Commitment.Instalment... dates) {
        Money open = items.values().stream()
                .filter(item -> covered.contains(item.key()) && item.open().isPositive())
                .map(OpenItem::open)
                .reduce(Money.zero(EUR), Money::plus);
        commitments.add(new Commitment(id, kind, Commitment.State.LIVE, madeOn, covered, open, List.of(dates)));
        return this;
    }

    static Commitment.Instalment instalment(LocalDate on, String amount) {
        return new Commitment.Instalment(on, euros(amount));
    }

    CaseHistory history() {
        CaseHistory.Builder builder = CaseHistory.of(DEBTOR)
                .steps(steps)
                .lives(lives)
                .commitments(commitments)
                .keptSettlements(keptSettlements)
                .disputes(disputes)
                .holds(holds)
                .contacts(contacts)
                .goodwill(goodwill)
                .marks(marks)
                .imputed(imputed)
                .paidCharges(paidCharges)
                .rulings(rulings)
                .statements(statements)
                .evidence(declared);
        away.ifPresent(builder::awayAt);
        return builder.build();
    }

    DebtorPosition position() {
        return new DebtorPosition(debtor, List.copyOf(items.values()), history());
    }

    Situation situation(LocalDate today) {
        return new Situation(
                today, creditor(), policy, bank.map(known -> known.isAfter(today) ? today : known), media, law);
    }

    DebtorPlan plan(LocalDate today) {
        return engine.plan(position(), situation(today));
    }

    Explanation explain(String invoice, LocalDate today, Locale language) {
        return engine.explain(position(), situation(today), key(invoice), language);
    }

    Answer answer(String invoice, LocalDate today) {
        return plan(today).answers().stream()
                .filter(answer -> answer.item().equals(key(invoice)))
                .findFirst()
                .orElseThrow();
    }

    Reason reason(String invoice, LocalDate today) {
        return answer(invoice, today).reason();
    }

    /** Plans the day and sends everything at once, tasks being done by a diligent person. */
    DebtorPlan play(LocalDate today) {
        DebtorPlan plan = plan(today);
        take(plan, today, Outcome.SENT);
        return plan;
    }

    /** Writes into the journal what became of the messages, and what the plan found out. */
    void take(DebtorPlan plan, LocalDate on, Outcome outcome) {
        plan.expiredTasks().forEach(this::expire);
        for (Commitment changed : plan.decidedCommitments()) {
            commitments.removeIf(one -> one.id().equals(changed.id()));
            keptSettlements.removeIf(one -> one.id().equals(changed.id()));
            if (changed.state() != Commitment.State.KEPT) {
                commitments.add(changed);
            } else if (changed.kind() == Commitment.Kind.SETTLEMENT
                    || changed.interest().isPositive()) {
                keptSettlements.add(changed);
            }
        }
        plan.found().forEach(this::found);
        for (PlannedMessage message : plan.messages()) {
            take(message, on, outcome);
        }
    }

    private void found(CaseRecord record) {
        if (record instanceof ImputedInterest paid) {
            imputed.add(paid);
        } else if (record instanceof ImputedCharge paid) {
            paidCharges.removeIf(one -> one.id().equals(paid.id()));
            paidCharges.add(paid);
        } else if (record instanceof Goodwill released) {
            goodwill.removeIf(one -> one.id().equals(released.id()));
            if (released.state() == Goodwill.State.GRANTED) {
                goodwill.add(released);
            }
        }
    }

    void take(PlannedMessage message, LocalDate on, Outcome outcome) {
        MessageId id = new MessageId("20260101-2-" + ++messages);
        for (PlannedItem item : message.items()) {
            steps.add(new StepRecord(
                    item.item().key(),
                    item.cycle(),
                    item.step(),
                    outcome,
                    on,
                    Optional.of(id),
                    item.claimedUntil(),
                    item.interest().minor(),
                    item.claimedUntil().isPresent() || item.indemnity().isPositive()
                            ? Optional.of(item.indemnity())
                            : Optional.empty()));
        }
    }

    /** The money of a payment went back, as a run hears of it. */
    void takeBack(ItemKey credit) {
        items.remove(credit);
        imputed.removeIf(one -> one.credit().equals(credit));
        paidCharges.removeIf(one -> one.credit().equals(credit));
    }

    private void expire(MessageId message) {
        steps.replaceAll(step -> step.message().equals(Optional.of(message))
                ? new StepRecord(
                        step.item(),
                        step.cycle(),
                        step.step(),
                        Outcome.NOT_DONE,
                        step.on(),
                        step.message(),
                        Optional.empty(),
                        0)
                : step);
    }

    /** Days on which messages with this step went out when every day is played, none sent before. */
    Map<String, LocalDate> playAll(LocalDate first, int days) {
        Map<String, LocalDate> sent = new LinkedHashMap<>();
        for (int day = 0; day < days; day++) {
            LocalDate today = first.plusDays(day);
            for (PlannedMessage message : play(today).messages()) {
                message.items().forEach(item -> sent.put(item.item().number() + " " + item.step(), today));
            }
        }
        return sent;
    }

    Policy policyWith(PolicyStep... changed) {
        return policyOf(List.of(changed));
    }

    Policy policyOf(List<PolicyStep> ladder) {
        return new Policy(
                "test",
                "0",
                Map.of(),
                policy.minimumOpen(),
                policy.minimumGapDays(),
                policy.bankAgeMaxDays(),
                policy.transitDays(),
                policy.thanks(),
                ladder);
    }
}
