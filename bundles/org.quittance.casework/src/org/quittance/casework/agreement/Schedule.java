package org.quittance.casework.agreement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.quittance.api.ledger.Commitment.Instalment;
import org.quittance.api.model.Money;
import org.quittance.service.agreement.CommitmentService.Rhythm;

/**
 * The dates and amounts of an instalment plan. Equal parts of the principal in whole minor units, the last takes the rest; with
 * interest each instalment adds what accrued on the rest since the one before: days over 365, half up. A date that is no bank day
 * moves to the next one, and interest runs to the moved date.
 *
 * @param interest what the instalments contain beyond the principal
 */
record Schedule(List<Instalment> instalments, Money interest) {

    private static final BigDecimal DAYS_TIMES_HUNDRED = new BigDecimal(36_500);

    /** What a schedule is made from. */
    record Wish(
            Money principal,
            LocalDate madeOn,
            int instalments,
            Rhythm rhythm,
            LocalDate first,
            Optional<Instalment> downPayment,
            Optional<BigDecimal> yearlyPercent) {}

    /** @throws IllegalArgumentException saying what does not fit */
    static Schedule of(Wish wish, UnaryOperator<LocalDate> bankDay) {
        require(wish.instalments() >= 1, "a plan has at least one instalment");
        require(wish.principal().isPositive(), "nothing is left to plan");
        require(
                wish.first().isAfter(wish.madeOn()),
                "the first instalment, " + wish.first() + ", is not in the future");
        Money rest = wish.principal();
        List<Instalment> planned = new ArrayList<>();
        LocalDate since = wish.madeOn();
        if (wish.downPayment().isPresent()) {
            Instalment down = wish.downPayment().get();
            require(
                    down.amount().isPositive() && down.amount().compareTo(rest) < 0,
                    "a down payment of " + down.amount() + " is not a part of " + rest);
            LocalDate on = bankDay.apply(down.on());
            require(
                    !on.isBefore(wish.madeOn()) && on.isBefore(bankDay.apply(wish.first())),
                    "the down payment, " + on + ", does not lie before the first instalment");
            planned.add(new Instalment(on, down.amount()));
            rest = rest.minus(down.amount());
        }
        long part = rest.minor() / wish.instalments();
        require(part > 0, rest + " cannot be divided into " + wish.instalments() + " instalments");
        Money interest = Money.zero(rest.currency());
        Money balance = wish.principal();
        for (Instalment down : planned) {
            interest = interest.plus(accrued(balance, wish.yearlyPercent(), since, down.on()));
            balance = balance.minus(down.amount());
            since = down.on();
        }
        Money carried = interest;
        for (int index = 0; index < wish.instalments(); index++) {
            LocalDate on = bankDay.apply(wish.rhythm().date(wish.first(), index));
            boolean last = index == wish.instalments() - 1;
            Money principal = last ? balance : Money.ofMinor(part, rest.currency());
            Money ofThis = accrued(balance, wish.yearlyPercent(), since, on);
            planned.add(new Instalment(on, principal.plus(ofThis).plus(carried)));
            interest = interest.plus(ofThis);
            carried = Money.zero(rest.currency());
            balance = balance.minus(principal);
            since = on;
        }
        return new Schedule(List.copyOf(planned), interest);
    }

    private static Money accrued(Money balance, Optional<BigDecimal> percent, LocalDate from, LocalDate to) {
        if (percent.isEmpty()) {
            return Money.zero(balance.currency());
        }
        BigDecimal exact = balance.toDecimal()
                .multiply(percent.get())
                .multiply(BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to)))
                .divide(DAYS_TIMES_HUNDRED, 10, RoundingMode.HALF_UP);
        return Money.rounded(exact, balance.currency(), RoundingMode.HALF_UP);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
