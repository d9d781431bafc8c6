package org.quittance.engine.claim;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quittance.api.model.Money;

/**
 * Shares one payment among the debts of a debtor as C. civ. 1342-10 orders where he named none: debts that are due, among
 * them those he had most interest to pay, of these the oldest, and in proportion where all is alike. Where he named one, the
 * ledger has set the payment against it and there is nothing to share.
 */
public final class DebtOrder {

    private static final Comparator<Ranked> ORDER = Comparator.comparing(Ranked::isFuture)
            .thenComparing(Ranked::rate, Comparator.reverseOrder())
            .thenComparing(Ranked::dueDate);

    /** What the law looks at, read once for each payment. */
    private record Ranked(Payable debt, boolean isFuture, BigDecimal rate, LocalDate dueDate) {}

    private DebtOrder() {}

    /**
     * @param day on which the payment counts
     * @return what is left when everything is paid
     */
    public static Money share(Money payment, LocalDate day, List<? extends Payable> debts) {
        List<Ranked> open = ranked(day, debts);
        Money left = payment;
        int begin = 0;
        while (begin < open.size() && left.isPositive()) {
            int end = begin + 1;
            while (end < open.size() && ORDER.compare(open.get(begin), open.get(end)) == 0) {
                end++;
            }
            left = left.minus(proportionally(left, open.subList(begin, end)));
            begin = end;
        }
        return left;
    }

    private static List<Ranked> ranked(LocalDate day, List<? extends Payable> debts) {
        List<Ranked> open = new ArrayList<>();
        for (Payable debt : debts) {
            if (debt.owed().isPositive()) {
                LocalDate due = debt.dueDate();
                open.add(new Ranked(debt, due.isAfter(day), debt.rateOn(day), due));
            }
        }
        open.sort(ORDER);
        return open;
    }

    /** Gives each what its part of the sum is, cents that do not divide to the later ones; returns what was given. */
    private static Money proportionally(Money money, List<Ranked> alike) {
        Money zero = Money.zero(money.currency());
        Money sum = zero;
        for (Ranked one : alike) {
            sum = sum.plus(one.debt().owed());
        }
        Money total = money.min(sum);
        Money given = zero;
        Money before = zero;
        for (Ranked one : alike) {
            before = before.plus(one.debt().owed());
            BigInteger share = BigInteger.valueOf(total.minor())
                    .multiply(BigInteger.valueOf(before.minor()))
                    .divide(BigInteger.valueOf(sum.minor()));
            Money until = Money.ofMinor(share.longValueExact(), money.currency());
            if (until.compareTo(given) > 0) {
                one.debt().pay(until.minus(given));
                given = until;
            }
        }
        return given;
    }
}
