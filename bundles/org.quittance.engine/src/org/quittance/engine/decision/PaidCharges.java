package org.quittance.engine.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quittance.api.interest.ChargeKind;
import org.quittance.api.ledger.ImputedCharge;
import org.quittance.api.model.InvoiceId;
import org.quittance.api.model.ItemKey;
import org.quittance.api.model.Money;

/** What was paid of charges, found today included. For one thread. */
final class PaidCharges {

    private final List<ImputedCharge> all;
    private final List<ImputedCharge> found = new ArrayList<>(0);
    private final Map<ItemKey, Money> agreed = new HashMap<>(0);

    PaidCharges(List<ImputedCharge> known) {
        this.all = new ArrayList<>(known);
    }

    /** More of the same on the same day is one record. */
    void add(ImputedCharge paid) {
        ImputedCharge whole = paid;
        for (ImputedCharge one : all) {
            if (one.id().equals(paid.id())) {
                whole = one.plus(paid.amount());
            }
        }
        String id = paid.id();
        all.removeIf(one -> one.id().equals(id));
        found.removeIf(one -> one.id().equals(id));
        all.add(whole);
        found.add(whole);
    }

    /** Interest agreed in a plan that was paid counts as paid on the item. */
    void agreed(ItemKey item, Money part) {
        agreed.merge(item, part, Money::plus);
    }

    Money interest(ItemKey item, Money zero) {
        Money sum = agreed.getOrDefault(item, zero);
        for (ImputedCharge one : all) {
            if (one.charge() == ChargeKind.INTEREST && one.item().equals(item) && isIn(one, zero)) {
                sum = sum.plus(one.amount());
            }
        }
        return sum;
    }

    /** The fixed compensation is due once for the invoice, whichever instalment claimed it. */
    Money indemnity(InvoiceId invoice, Money zero) {
        Money sum = zero;
        for (ImputedCharge one : all) {
            if (one.charge() == ChargeKind.INDEMNITY && one.item().invoice().equals(invoice) && isIn(one, zero)) {
                sum = sum.plus(one.amount());
            }
        }
        return sum;
    }

    Money of(ItemKey item, ChargeKind charge, Money zero) {
        return charge == ChargeKind.INTEREST ? interest(item, zero) : indemnity(item.invoice(), zero);
    }

    private static boolean isIn(ImputedCharge one, Money zero) {
        return one.amount().currency().equals(zero.currency());
    }

    List<ImputedCharge> all() {
        return all;
    }

    List<ImputedCharge> found() {
        return found;
    }
}
