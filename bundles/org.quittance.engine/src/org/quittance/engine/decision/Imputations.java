package org.quittance.engine.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.ledger.CaseRecord;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.Imputed;
import org.quittance.api.ledger.ImputedCharge;
import org.quittance.api.ledger.ImputedInterest;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.ItemKind;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;
import org.quittance.engine.decision.ClaimedCharges.Claimed;

/**
 * Sets unallocated money against interest agreed in plans, then against charges that were claimed. A ledger of invoices knows
 * neither: what was paid above the principal is a credit there, although it is the creditor's. What is taken is no credit here
 * any more.
 */
final class Imputations {

    static final Comparator<OpenItem> OLDEST_FIRST =
            Comparator.comparing(OpenItem::issueDate).thenComparing(OpenItem::key);

    private final LocalDate today;
    private final List<CurrencyGroup> groups;
    private final PaidCharges charges;
    private final List<ImputedInterest> all;
    private final List<ImputedInterest> found = new ArrayList<>(0);

    Imputations(Facts facts, List<CurrencyGroup> groups, PaidCharges charges) {
        this.charges = charges;
        this.today = facts.today;
        this.groups = groups;
        this.all = new ArrayList<>(facts.history.imputed());
        for (ImputedInterest one : facts.history.imputed()) {
            takeOff(one.credit(), one.amount());
        }
        for (ImputedCharge one : facts.history.paidCharges()) {
            takeOff(one.credit(), one.amount());
        }
    }

    /**
     * Looks for money that came since a plan was made and is more than what is still open under it.
     *
     * @param open what the ledger has open on the items of the plan
     */
    void find(Commitment plan, Money open) {
        Money zero = Money.zero(open.currency());
        List<OpenItem> payments = paymentsSince(plan.madeOn(), zero);
        Money available = zero.minus(open);
        for (OpenItem payment : payments) {
            available = available.minus(payment.open());
        }
        Money left = plan.interest().minus(received(plan)).min(available);
        for (OpenItem payment : payments) {
            if (!left.isPositive()) {
                return;
            }
            Money part = payment.open().negated().min(left);
            ImputedInterest imputed = new ImputedInterest(plan.id(), payment.key(), part, today);
            all.add(imputed);
            found.add(imputed);
            takeOff(payment.key(), part);
            left = left.minus(part);
        }
    }

    private List<OpenItem> paymentsSince(LocalDate day, Money zero) {
        List<OpenItem> payments = new ArrayList<>();
        for (CurrencyGroup group : groups) {
            if (group.currency.equals(zero.currency())) {
                for (OpenItem credit : group.credits) {
                    if (credit.kind() == ItemKind.PAYMENT && !credit.issueDate().isBefore(day)) {
                        payments.add(credit);
                    }
                }
            }
        }
        payments.sort(OLDEST_FIRST);
        return payments;
    }

    /**
     * Looks for money that came since charges were claimed and is more than what was due as principal when it came: as long as
     * principal is open the ledger sets money against it. What exceeds it pays the interest of the oldest claim, then its fixed
     * compensation, which every regime puts last, then the next claim.
     */
    void findCharges(Claims claims) {
        for (CurrencyGroup group : groups) {
            for (OpenItem payment : paymentsSince(LocalDate.MIN, Money.zero(group.currency))) {
                Money left = payment.open().negated().min(beyondPrincipal(group, payment.issueDate()));
                if (left.isPositive()) {
                    for (Claimed claimed : claims.standing(payment.issueDate(), group.currency)) {
                        left = pay(claimed, ChargeKind.INTEREST, payment, left);
                        left = pay(claimed, ChargeKind.INDEMNITY, payment, left);
                    }
                }
            }
        }
    }

    /** Claims on items whose charges are due, as they stood on a day. */
    @FunctionalInterface
    interface Claims {

        List<Claimed> standing(LocalDate day, Currency currency);
    }

    private Money pay(Claimed claimed, ChargeKind charge, OpenItem payment, Money money) {
        Money zero = Money.zero(money.currency());
        Money part = claimed.amount(charge)
                .minus(charges.of(claimed.item(), charge, zero))
                .min(money);
        if (!part.isPositive()) {
            return money;
        }
        charges.add(new ImputedCharge(claimed.item(), charge, payment.key(), part, today, false));
        takeOff(payment.key(), part);
        return money.minus(part);
    }

    private static Money beyondPrincipal(CurrencyGroup group, LocalDate day) {
        Money left = Money.zero(group.currency);
        for (OpenItem credit : group.credits) {
            if (!credit.issueDate().isAfter(day)) {
                left = left.minus(credit.open());
            }
        }
        for (ItemState state : group.invoices) {
            if (!state.item.dueDate().isAfter(day)) {
                left = left.minus(state.claimed).minus(state.contested);
            }
        }
        return left;
    }

    private void takeOff(ItemKey key, Money amount) {
        for (CurrencyGroup group : groups) {
            for (int index = 0; index < group.credits.size(); index++) {
                OpenItem credit = group.credits.get(index);
                if (credit.key().equals(key) && group.currency.equals(amount.currency())) {
                    Money left = credit.open().negated().minus(amount);
                    if (left.isPositive()) {
                        group.credits.set(index, part(credit, left));
                    } else {
                        group.credits.remove(index);
                    }
                    return;
                }
            }
        }
    }

    /** A part of a credit, by which it is named and recognised as the whole is. */
    static OpenItem part(OpenItem credit, Money part) {
        return credit.open().negated().equals(part)
                ? credit
                : OpenItem.of(credit.key(), credit.debtor())
                        .number(credit.number())
                        .kind(credit.kind())
                        .issued(credit.issueDate())
                        .due(credit.dueDate())
                        .original(credit.original())
                        .open(part.negated())
                        .token(credit.token().token())
                        .build();
    }

    /** What was paid of the interest of a plan, found today included. */
    Money received(Commitment plan) {
        Money sum = Money.zero(plan.interest().currency());
        for (ImputedInterest one : all) {
            if (one.commitment().equals(plan.id())) {
                sum = sum.plus(one.amount());
            }
        }
        return sum;
    }

    /** What a payment paid of agreed interest and of charges, found today included; at most all of it. */
    List<Imputed> of(ItemKey credit) {
        List<Imputed> paid = new ArrayList<>(0);
        for (ImputedInterest one : all) {
            if (one.credit().equals(credit)) {
                paid.add(one);
            }
        }
        for (ImputedCharge one : charges.all()) {
            if (one.credit().equals(credit)) {
                paid.add(one);
            }
        }
        return paid;
    }

    List<CaseRecord> found() {
        List<CaseRecord> records = new ArrayList<>(found);
        records.addAll(charges.found());
        return records;
    }
}
