package org.quittance.casework.agreement;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Commitment.Instalment;
import org.quittance.api.ledger.Commitment.State;
import org.quittance.api.ledger.CommitmentTerms;
import org.quittance.api.model.CreditorId;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.api.model.Role;
import org.quittance.api.text.Sentence;
import org.quittance.service.agreement.Agreement;
import org.quittance.service.agreement.CommitmentService;
import org.quittance.service.agreement.Recording;
import org.quittance.service.agreement.Scope;
import org.quittance.service.agreement.Verdict;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;
import org.quittance.service.claim.CaseClaim;
import org.quittance.service.claim.ItemClaim;
import org.quittance.service.policy.AgreementLimits;

/** Promises, plans and settlements over the case ledger. */
@Component
public final class CaseworkCommitmentService implements CommitmentService {

    private final Desk desk;

    @Activate
    public CaseworkCommitmentService(@Reference Desk desk) {
        this.desk = requireNonNull(desk, "desk");
    }

    /** What is to be recorded, before it has a name. */
    private record Draft(
            Commitment.Kind kind,
            List<OpenItem> items,
            List<Instalment> instalments,
            Money covered,
            Money interest,
            Money released,
            Money downPayment,
            Optional<java.math.BigDecimal> yearlyPercent,
            boolean replace,
            String person,
            String note) {}

    @Override
    public Agreement promise(CreditorId creditor, DebtorId debtor, Promise promise, Recording recording)
            throws CaseworkException {
        return desk.record(creditor, debtor, recording, Role.CLERK, "record a promise", (file, entry) -> {
            List<OpenItem> items = dueBy(promise.by(), promise.scope(), file.items(promise.scope()));
            Money covered = claimed(file, items);
            refusePast(promise.by(), recording.on());
            Money amount = promise.amount().isPresent()
                    ? Amounts.part(promise.amount().get(), covered, "part.promised")
                    : covered;
            Money zero = Money.zero(covered.currency());
            Draft draft = new Draft(
                    Commitment.Kind.PROMISE,
                    items,
                    List.of(new Instalment(promise.by(), amount)),
                    covered,
                    zero,
                    zero,
                    zero,
                    Optional.empty(),
                    promise.replace(),
                    promise.person(),
                    promise.note());
            AgreementLimits limits = file.policy().agreements();
            List<String> beyond = new ArrayList<>();
            if (ChronoUnit.DAYS.between(recording.on(), promise.by()) > limits.promiseDaysMax()) {
                beyond.add("promiseDaysMax " + limits.promiseDaysMax());
            }
            return commit(file, entry, draft, beyond, recording);
        });
    }

    @Override
    public Agreement plan(CreditorId creditor, DebtorId debtor, Plan plan, Recording recording)
            throws CaseworkException {
        return desk.record(creditor, debtor, recording, Role.CLERK, "record a plan", (file, entry) -> {
            List<OpenItem> items = file.items(plan.scope());
            Money covered = claimed(file, items);
            Schedule schedule = schedule(file, plan, covered, recording.on());
            Draft draft = new Draft(
                    Commitment.Kind.PLAN,
                    items,
                    schedule.instalments(),
                    covered,
                    schedule.interest(),
                    Money.zero(covered.currency()),
                    plan.downPayment().isPresent()
                            ? schedule.instalments().get(0).amount()
                            : Money.zero(covered.currency()),
                    plan.yearlyPercent(),
                    plan.replace(),
                    plan.person(),
                    plan.note());
            return commit(file, entry, draft, beyondPlan(file, plan, schedule, recording.on()), recording);
        });
    }

    private static Schedule schedule(CaseFile file, Plan plan, Money covered, LocalDate madeOn)
            throws CaseworkException {
        Optional<Instalment> down = plan.downPayment().isPresent()
                ? Optional.of(new Instalment(
                        plan.downPaymentOn().orElse(madeOn),
                        Amounts.part(plan.downPayment().get(), covered, "part.down-payment")))
                : Optional.empty();
        try {
            return Schedule.of(
                    new Schedule.Wish(
                            covered,
                            madeOn,
                            plan.instalments(),
                            plan.rhythm(),
                            plan.first(),
                            down,
                            plan.yearlyPercent()),
                    file::bankDay);
        } catch (IllegalArgumentException e) {
            throw new CaseworkException(Kind.USAGE, Sentence.from(e), e);
        }
    }

    private static List<String> beyondPlan(CaseFile file, Plan plan, Schedule schedule, LocalDate madeOn) {
        AgreementLimits limits = file.policy().agreements();
        List<String> beyond = new ArrayList<>();
        if (plan.instalments() > limits.planInstalmentsMax()) {
            beyond.add("planInstalmentsMax " + limits.planInstalmentsMax());
        }
        LocalDate last =
                schedule.instalments().get(schedule.instalments().size() - 1).on();
        if (ChronoUnit.DAYS.between(madeOn, last) > limits.planDaysMax()) {
            beyond.add("planDaysMax " + limits.planDaysMax());
        }
        return beyond;
    }

    @Override
    public Agreement settle(CreditorId creditor, DebtorId debtor, Settlement settlement, Recording recording)
            throws CaseworkException {
        return desk.record(creditor, debtor, recording, Role.CLERK, "record a settlement", (file, entry) -> {
            List<OpenItem> items = file.items(settlement.scope());
            Money covered = claimed(file, items);
            refusePast(settlement.by(), recording.on());
            Money amount = Amounts.part(settlement.amount(), covered, "part.settlement");
            Money released = covered.minus(amount);
            if (released.isZero()) {
                throw Failures.refusal(Kind.USAGE, "settlement.all", covered);
            }
            Money zero = Money.zero(covered.currency());
            Money charges = charges(desk.claim(file, recording.on()), items);
            Draft draft = new Draft(
                    Commitment.Kind.SETTLEMENT,
                    items,
                    List.of(new Instalment(settlement.by(), amount)),
                    covered,
                    zero,
                    released.plus(charges),
                    zero,
                    Optional.empty(),
                    settlement.replace(),
                    settlement.person(),
                    settlement.note());
            int percentMax = file.policy().agreements().releasePercentMax();
            List<String> beyond = Amounts.isMoreThan(released.plus(charges), percentMax, covered.plus(charges))
                    ? List.of("releasePercentMax " + percentMax)
                    : List.of();
            return commit(file, entry, draft, beyond, recording);
        });
    }

    /** Interest and fixed compensation the law gives title to on these items. */
    private static Money charges(CaseClaim claim, List<OpenItem> items) {
        Money charges = Money.zero(items.get(0).open().currency());
        for (ItemClaim one : claim.items()) {
            if (items.contains(one.item())) {
                charges = charges.plus(one.claim().interest()).plus(one.claim().indemnity());
            }
        }
        return charges;
    }

    private static Money claimed(CaseFile file, List<OpenItem> items) throws CaseworkException {
        Money claimed = file.claimed(items);
        if (!claimed.isPositive()) {
            throw Failures.refusal(Kind.USAGE, "commitment.nothing-left");
        }
        return claimed;
    }

    /** Somebody who promises to pay without naming an invoice means what is due by then, if anything is. */
    private static List<OpenItem> dueBy(LocalDate day, Scope scope, List<OpenItem> items) {
        List<OpenItem> due =
                items.stream().filter(item -> !item.dueDate().isAfter(day)).toList();
        return scope.invoices().isEmpty() && !due.isEmpty() ? due : items;
    }

    private static void refusePast(LocalDate by, LocalDate on) throws CaseworkException {
        if (by.isBefore(on)) {
            throw Failures.refusal(Kind.USAGE, "commitment.before", by, on);
        }
    }

    /** Names it, takes the place of earlier ones where that was asked for, and writes it. */
    private static Agreement commit(CaseFile file, Entry entry, Draft draft, List<String> beyond, Recording recording)
            throws CaseworkException {
        List<Commitment> standing = file.about(draft.items());
        if (!standing.isEmpty() && !draft.replace()) {
            throw Failures.refusal(
                    Kind.USAGE,
                    "commitment.covered",
                    standing.stream().map(Commitment::id).toList());
        }
        String id = entry.nextId(draft.kind().name().toLowerCase(Locale.ROOT));
        for (Commitment former : standing) {
            close(file, entry, former, State.CANCELLED, "replaced by " + id, recording);
        }
        Commitment commitment = new Commitment(
                id,
                draft.kind(),
                beyond.isEmpty() ? State.LIVE : State.PROPOSED,
                recording.on(),
                draft.items().stream().map(OpenItem::key).collect(Collectors.toSet()),
                CaseFile.open(draft.items()),
                draft.instalments(),
                draft.interest());
        CommitmentTerms terms = new CommitmentTerms(
                id,
                draft.covered(),
                draft.interest(),
                draft.released(),
                draft.downPayment(),
                draft.yearlyPercent(),
                recording.actor().name(),
                recording.on(),
                Optional.empty(),
                Optional.empty(),
                "",
                draft.person(),
                draft.note());
        entry.put(commitment);
        entry.put(terms);
        journal(entry, commitment, terms, beyond);
        return new Agreement(
                commitment, terms, beyond, standing.stream().map(Commitment::id).toList());
    }

    private static void journal(Entry entry, Commitment commitment, CommitmentTerms terms, List<String> beyond) {
        String word = commitment.kind().name().toLowerCase(Locale.ROOT);
        ObjectNode json = entry.journal(word + (beyond.isEmpty() ? ".made" : ".proposed"));
        json.put("id", commitment.id());
        json.put("currency", terms.covered().currency().getCurrencyCode());
        json.put("covered", terms.covered().toDecimalString());
        json.put("interest", terms.interest().toDecimalString());
        json.put("released", terms.released().toDecimalString());
        json.put("person", terms.person());
        json.put("note", terms.note());
        ArrayNode items = json.putArray("items");
        commitment.items().stream().sorted().forEach(item -> items.add(item.toString()));
        ArrayNode dates = json.putArray("instalments");
        for (Instalment instalment : commitment.instalments()) {
            dates.addObject()
                    .put("on", instalment.on().toString())
                    .put("amount", instalment.amount().toDecimalString());
        }
        if (!beyond.isEmpty()) {
            ArrayNode limits = json.putArray("beyond");
            beyond.forEach(limits::add);
        }
    }

    @Override
    public Agreement decide(
            CreditorId creditor, DebtorId debtor, String id, Verdict verdict, String reason, Recording recording)
            throws CaseworkException {
        Role role = verdict == Verdict.CANCEL ? Role.CLERK : Role.APPROVER;
        return desk.record(creditor, debtor, recording, role, "decide about an agreement", (file, entry) -> {
            Commitment commitment = commitment(file, id);
            return switch (verdict) {
                case APPROVE -> approve(file, entry, commitment, recording);
                case REFUSE -> {
                    refuseUnless(commitment, State.PROPOSED);
                    Approval.refuseOwn(file, terms(file, commitment).proposedBy(), recording.actor());
                    yield close(file, entry, commitment, State.REFUSED, reason, recording);
                }
                case CANCEL -> {
                    refuseUnless(commitment, State.PROPOSED, State.LIVE, State.BROKEN);
                    yield close(file, entry, commitment, State.CANCELLED, reason, recording);
                }
                case BOOK -> throw Failures.refusal(Kind.USAGE, "commitment.booked");
            };
        });
    }

    private static Agreement approve(CaseFile file, Entry entry, Commitment commitment, Recording recording)
            throws CaseworkException {
        refuseUnless(commitment, State.PROPOSED);
        CommitmentTerms terms = terms(file, commitment);
        Approval.refuseOwn(file, terms.proposedBy(), recording.actor());
        refusePast(commitment.instalments().get(0).on(), recording.on());
        Commitment live = commitment.in(State.LIVE);
        CommitmentTerms decided = terms.decided(recording.actor().name(), recording.on(), "");
        entry.put(live);
        entry.put(decided);
        entry.journal("commitment.approved").put("id", live.id());
        return new Agreement(live, decided, List.of(), List.of());
    }

    private static Agreement close(
            CaseFile file, Entry entry, Commitment commitment, State state, String reason, Recording recording)
            throws CaseworkException {
        Commitment closed = commitment.in(state);
        CommitmentTerms terms =
                terms(file, commitment).decided(recording.actor().name(), recording.on(), reason);
        entry.put(closed);
        entry.put(terms);
        entry.journal("commitment." + state.name().toLowerCase(Locale.ROOT))
                .put("id", closed.id())
                .put("reason", reason);
        return new Agreement(closed, terms, List.of(), List.of());
    }

    private static void refuseUnless(Commitment commitment, State... states) throws CaseworkException {
        if (!List.of(states).contains(commitment.state())) {
            throw Failures.refusal(Kind.USAGE, "commitment.already", commitment.id(), commitment.state());
        }
    }

    private static Commitment commitment(CaseFile file, String id) throws CaseworkException {
        return file.agreements().commitments().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failures.refusal(Kind.USAGE, "commitment.none", file.debtor(), id));
    }

    /** One that was recorded without terms, before there were any, gets plain ones. */
    private static CommitmentTerms terms(CaseFile file, Commitment commitment) {
        Money zero = Money.zero(commitment.openWhenMade().currency());
        return file.agreements()
                .terms(commitment)
                .orElseGet(() -> new CommitmentTerms(
                        commitment.id(),
                        commitment.openWhenMade(),
                        zero,
                        zero,
                        zero,
                        Optional.empty(),
                        "",
                        commitment.madeOn(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        "",
                        ""));
    }
}
