package org.quittance.engine.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quittance.api.ledger.Commitment;
import org.quittance.api.ledger.ImputedInterest;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.ItemKind;
import org.quittance.api.model.Money;
import org.quittance.api.model.OpenItem;

/**
 * Sets unallocated money against interest agreed in plans. A ledger of invoices knows no such interest: what was paid above the
 * principal is a credit there, although it is the creditor's. What is taken is no credit here any more.
 */
final class Imputations {

    static final Comparator<OpenItem> OLDEST_FIRST =
            Comparator.comparing(OpenItem::issueDate).thenComparing(OpenItem::key);

    private final LocalDate today;
    private final List<CurrencyGroup> groups;
    private final List<ImputedInterest> all;
    private final List<ImputedInterest> found = new ArrayList<>(0);

    Imputations(Facts facts, List<CurrencyGroup> groups) {
        this.today = facts.today;
        this.groups = groups;
        this.all = new ArrayList<>(facts.history.imputed());
        for (ImputedInterest one : facts.history.imputed()) {
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

    /** What a payment paid of interest, found today included; at most all of it. */
    List<ImputedInterest> of(ItemKey credit) {
        return all.isEmpty()
                ? List.of()
                : all.stream().filter(one -> one.credit().equals(credit)).toList();
    }

    List<ImputedInterest> found() {
        return found;
    }
}
