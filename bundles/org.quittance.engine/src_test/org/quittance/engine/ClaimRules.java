package org.quittance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.interest.InterestSegment;
import org.quittance.api.ledger.CaseMark;
import org.quittance.api.ledger.CaseRecord;
import org.quittance.api.ledger.ClaimStatement;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.ImputedCharge;
import org.quittance.api.ledger.ImputedInterest;
import org.quittance.api.ledger.Ruling;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.service.claim.CaseClaim;
import org.quittance.service.claim.ChargeClaim;
import org.quittance.service.claim.ItemClaim;

/** What must hold of the claim on any day of any history. */
final class ClaimRules {

    private final Case file;
    private final String name;
    private final LocalDate today;
    private final List<ImputedCharge> paid;

    ClaimRules(Case file, String name, LocalDate today) {
        this.file = file;
        this.name = name + " " + today;
        this.today = today;
        this.paid = paid(file, today);
    }

    /** What was paid of charges, found today included. */
    private static List<ImputedCharge> paid(Case file, LocalDate today) {
        Map<String, ImputedCharge> paid = new HashMap<>();
        file.paidCharges.forEach(one -> paid.put(one.id(), one));
        file.plan(today).found().forEach(record -> {
            if (record instanceof ImputedCharge one) {
                paid.put(one.id(), one);
            }
        });
        return List.copyOf(paid.values());
    }

    CaseClaim check() {
        CaseClaim claim = file.engine.claim(file.position(), file.situation(today));
        Set<InvoiceId> indemnities = new HashSet<>();
        for (ItemClaim one : claim.items()) {
            parts(one);
            days(one);
            one.earlier().ifPresent(earlier -> claimedOnce(one, earlier));
            if (one.claim().indemnity().isPositive()) {
                assertTrue(indemnities.add(one.item().key().invoice()), name);
            }
        }
        claim.credits()
                .forEach(credit -> assertTrue(
                        credit.open().compareTo(file.items.get(credit.key()).open()) >= 0, name));
        claim.charges().forEach(this::settledCharges);
        payments();
        agreedInterest();
        return claim;
    }

    private void parts(ItemClaim one) {
        for (Money part : List.of(
                one.claim().principal(), one.claim().interest(), one.claim().indemnity(), one.contested())) {
            assertFalse(part.isNegative(), name);
        }
        assertTrue(
                one.claim()
                                .principal()
                                .plus(one.contested())
                                .compareTo(one.item().open())
                        <= 0,
                name);
        Money sum = Money.zero(one.claim().interest().currency());
        for (InterestSegment segment : one.claim().segments()) {
            assertFalse(segment.interest().isNegative(), name);
            sum = sum.plus(segment.interest());
        }
        assertFalse(one.paidInterest().isNegative(), name);
        assertEquals(sum, one.claim().interest().plus(one.paidInterest()), name);
        Money received = paid(one.item().key(), ChargeKind.INTEREST, sum).plus(agreedAndPaid(one.item(), sum));
        assertTrue(one.paidInterest().compareTo(received) <= 0, name);
    }

    /** What was paid of interest agreed in plans that cover the item, found today included. */
    private Money agreedAndPaid(OpenItem item, Money inCurrencyOf) {
        Money sum = Money.zero(inCurrencyOf.currency());
        List<Commitment> plans = new ArrayList<>(file.commitments);
        plans.addAll(file.keptSettlements);
        List<CaseRecord> records = new ArrayList<>(file.imputed);
        records.addAll(file.plan(today).found());
        for (Commitment plan : plans) {
            for (CaseRecord record : records) {
                if (record instanceof ImputedInterest one
                        && one.commitment().equals(plan.id())
                        && plan.items().contains(item.key())) {
                    sum = sum.plus(one.amount());
                }
            }
        }
        return sum;
    }

    private Money paid(ItemKey item, ChargeKind charge, Money inCurrencyOf) {
        Money sum = Money.zero(inCurrencyOf.currency());
        for (ImputedCharge one : paid) {
            if (one.item().equals(item)
                    && one.charge() == charge
                    && one.amount().currency().equals(sum.currency())) {
                sum = sum.plus(one.amount());
            }
        }
        return sum;
    }

    /** What was claimed on a paid item is due but for what payments that were not taken back paid of it. */
    private void settledCharges(ChargeClaim charge) {
        Money zero = Money.zero(charge.interest().currency());
        assertFalse(file.items.containsKey(charge.item()), name);
        assertEquals(
                charge.interest(),
                charge.interestDue()
                        .plus(paid(charge.item(), ChargeKind.INTEREST, zero).min(charge.interest())),
                name);
        assertFalse(charge.interestDue().isNegative() || charge.indemnityDue().isNegative(), name);
        Money claimed = zero;
        for (StepRecord step : file.steps) {
            if (step.item().equals(charge.item()) && step.outcome() == StepRecord.Outcome.SENT) {
                claimed = Money.ofMinor(Math.max(claimed.minor(), step.claimedMinor()), zero.currency());
            }
        }
        for (ClaimStatement statement : file.statements) {
            for (ClaimStatement.Line line : statement.lines()) {
                if (line.item().equals(charge.item())) {
                    claimed = Money.ofMinor(
                            Math.max(claimed.minor(), line.interest().minor()), zero.currency());
                }
            }
        }
        assertTrue(charge.interest().compareTo(claimed) <= 0, name);
    }

    /** A payment pays no more than it was worth, and nothing once it was taken back. */
    private void payments() {
        Map<ItemKey, Money> used = new HashMap<>();
        file.imputed.forEach(one -> used.merge(one.credit(), one.amount(), Money::plus));
        paid.forEach(one -> used.merge(one.credit(), one.amount(), Money::plus));
        used.forEach((credit, sum) ->
                assertTrue(file.credited.containsKey(credit) && sum.compareTo(file.credited.get(credit)) <= 0, name));
    }

    /** Every day bears interest once at most, from the first day of delay to today, and none where a court forbids it. */
    private void days(ItemClaim one) {
        LocalDate last = one.item().dueDate();
        for (InterestSegment segment : one.claim().segments()) {
            assertTrue(segment.from().isAfter(last), name);
            assertFalse(segment.to().isBefore(segment.from()), name);
            last = segment.to();
            for (Ruling ruling : file.rulings) {
                boolean concerns = ruling.kind() == Ruling.Kind.GRACE
                        && ruling.item().equals(one.item().key());
                if (concerns && ruling.yearlyPercent().isEmpty()) {
                    assertTrue(
                            segment.to().isBefore(ruling.from())
                                    || segment.from().isAfter(ruling.to().orElseThrow()),
                            name);
                }
            }
        }
        assertFalse(last.isAfter(today) && !one.claim().segments().isEmpty(), name);
        for (CaseMark mark : file.marks) {
            if (mark.kind() == CaseMark.Kind.INSOLVENT
                    && !one.claim().segments().isEmpty()) {
                assertTrue(last.isBefore(mark.stopsInterestOn()), name);
            }
        }
    }

    /** The running total is what was claimed, corrected, and the days since; rounding may differ by a cent where a segment goes on. */
    private void claimedOnce(ItemClaim one, ItemClaim.Earlier earlier) {
        Money before = earlier.interest().plus(earlier.correction());
        Money since = Money.zero(before.currency());
        boolean cut = false;
        for (InterestSegment segment : one.claim().segments()) {
            if (segment.from().isAfter(earlier.until())) {
                since = since.plus(segment.interest());
            } else {
                cut |= segment.to().isAfter(earlier.until());
            }
        }
        Money total = one.claim().interest().plus(one.paidInterest());
        if (!cut && total.isPositive()) {
            assertEquals(total, before.plus(since), name);
        } else if (total.isPositive()) {
            assertTrue(total.plus(Money.ofMinor(1, since.currency())).compareTo(before.plus(since)) >= 0, name);
        }
    }

    private void agreedInterest() {
        for (Commitment plan : file.commitments) {
            Money paid = Money.zero(plan.interest().currency());
            for (ImputedInterest imputed : file.imputed) {
                if (imputed.commitment().equals(plan.id())) {
                    paid = paid.plus(imputed.amount());
                }
            }
            assertTrue(paid.compareTo(plan.interest()) <= 0, name);
        }
    }

    /** Issues the claim as a statement, as the case would. */
    static ClaimStatement issue(CaseClaim claim, int number, LocalDate on) {
        return new ClaimStatement(
                "claim-" + number,
                number,
                on,
                claim.items().stream().map(ClaimRules::line).toList(),
                "",
                Optional.empty());
    }

    private static ClaimStatement.Line line(ItemClaim one) {
        List<InterestSegment> segments = one.claim().segments();
        return new ClaimStatement.Line(
                one.item().key(),
                one.cycle(),
                one.claim().principal(),
                one.claim().interest().plus(one.paidInterest()),
                segments.isEmpty()
                        ? Optional.empty()
                        : Optional.of(segments.get(segments.size() - 1).to()),
                one.claim().indemnity());
    }
}
