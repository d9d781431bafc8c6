package org.quittance.casework.agreement;

import java.math.BigDecimal;
import java.util.Currency;
import org.quittance.api.model.Money;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;
import org.quittance.service.casework.Failures;

/** Amounts as people type them. */
final class Amounts {

    private Amounts() {}

    /**
     * A part of a whole, more than nothing and at most all of it.
     *
     * @param what code of what it is called
     */
    static Money part(BigDecimal typed, Money whole, String what) throws CaseworkException {
        Money amount = positive(typed, whole.currency(), what);
        if (amount.compareTo(whole) > 0) {
            throw Failures.refusal(Kind.USAGE, "part.too-much", Failures.said(what), amount, whole);
        }
        return amount;
    }

    private static Money positive(BigDecimal typed, Currency currency, String what) throws CaseworkException {
        try {
            Money amount = Money.exact(typed, currency);
            if (amount.isPositive()) {
                return amount;
            }
            throw Failures.refusal(Kind.USAGE, "part.not-positive", Failures.said(what), amount);
        } catch (ArithmeticException e) {
            throw new CaseworkException(
                    Kind.USAGE,
                    Failures.said("part.no-amount", Failures.said(what), typed.toPlainString(), currency),
                    e);
        }
    }

    /** Whether a part is more than so many percent of the whole. */
    static boolean isMoreThan(Money part, int percent, Money whole) {
        return BigDecimal.valueOf(part.minor())
                        .multiply(BigDecimal.valueOf(100))
                        .compareTo(BigDecimal.valueOf(whole.minor()).multiply(BigDecimal.valueOf(percent)))
                > 0;
    }
}
