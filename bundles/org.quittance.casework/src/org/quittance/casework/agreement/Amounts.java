package org.quittance.casework.agreement;

import java.math.BigDecimal;
import java.util.Currency;
import org.quittance.api.model.Money;
import org.quittance.service.casework.CaseworkException;
import org.quittance.service.casework.CaseworkException.Kind;

/** Amounts as people type them. */
final class Amounts {

    private Amounts() {}

    /** A part of a whole, more than nothing and at most all of it. */
    static Money part(BigDecimal typed, Money whole, String what) throws CaseworkException {
        Money amount = positive(typed, whole.currency(), what);
        if (amount.compareTo(whole) > 0) {
            throw new CaseworkException(Kind.USAGE, what + " is " + amount + ", only " + whole + " is claimed");
        }
        return amount;
    }

    private static Money positive(BigDecimal typed, Currency currency, String what) throws CaseworkException {
        try {
            Money amount = Money.exact(typed, currency);
            if (amount.isPositive()) {
                return amount;
            }
            throw new CaseworkException(Kind.USAGE, what + " is " + amount + ", it has to be more than zero");
        } catch (ArithmeticException e) {
            throw new CaseworkException(
                    Kind.USAGE, what + " is " + typed.toPlainString() + ", which is no amount in " + currency, e);
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
