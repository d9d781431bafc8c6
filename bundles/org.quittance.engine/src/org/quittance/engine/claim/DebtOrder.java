package org.quittance.engine.claim;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quittance.api.model.Money;

/**
 * Shares one payment among the debts of a debtor as C. civ. 1342-10 orders where he named none: debts that are due, among
 * them those he had most interest to pay, of these the oldest, and in proportion where all is alike.
 */
final class DebtOrder {

    private DebtOrder() {}

    /** Every walk has been followed through the day. */
    static void share(Money payment, LocalDate day, List<DebtWalk> walks) {
        List<DebtWalk> open = new ArrayList<>(walks);
        open.removeIf(walk -> !walk.owed().isPositive());
        Comparator<DebtWalk> order = Comparator.comparing(
                        (DebtWalk walk) -> walk.debt().dueDate().isAfter(day))
                .thenComparing(walk -> walk.rateOn(day).negate())
                .thenComparing(walk -> walk.debt().dueDate());
        open.sort(order);
        Money left = payment;
        int begin = 0;
        while (begin < open.size() && left.isPositive()) {
            int end = begin + 1;
            while (end < open.size() && order.compare(open.get(begin), open.get(end)) == 0) {
                end++;
            }
            left = left.minus(proportionally(left, open.subList(begin, end)));
            begin = end;
        }
        if (left.isPositive()) {
            walks.get(0).pay(left);
        }
    }

    /** Gives each what its part of the sum is, cents that do not divide to the later ones; returns what was given. */
    private static Money proportionally(Money money, List<DebtWalk> alike) {
        Money zero = Money.zero(money.currency());
        Money sum = zero;
        for (DebtWalk walk : alike) {
            sum = sum.plus(walk.owed());
        }
        Money total = money.min(sum);
        Money given = zero;
        Money before = zero;
        for (DebtWalk walk : alike) {
            before = before.plus(walk.owed());
            BigInteger share = BigInteger.valueOf(total.minor())
                    .multiply(BigInteger.valueOf(before.minor()))
                    .divide(BigInteger.valueOf(sum.minor()));
            Money until = Money.ofMinor(share.longValueExact(), money.currency());
            if (until.compareTo(given) > 0) {
                walk.pay(until.minus(given));
                given = until;
            }
        }
        return given;
    }
}
