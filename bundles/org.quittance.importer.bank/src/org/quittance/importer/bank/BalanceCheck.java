package org.quittance.importer.bank;

import java.util.Currency;
import java.util.Optional;
import org.quittance.api.importer.ImportException;
import org.quittance.api.model.Money;

/** Adds up the movements of one statement: all in one currency, and together the way from its opening to its closing balance. */
final class BalanceCheck {

    private final Optional<Money> opening;
    private Optional<Currency> currency;
    private long movedMinor;

    /** @param currency of the account, where the statement tells it */
    BalanceCheck(Optional<Money> opening, Optional<Currency> currency) {
        this.opening = opening;
        this.currency = currency.or(() -> opening.map(Money::currency));
    }

    void add(long line, String field, Money amount) throws ImportException {
        require(line, field, amount);
        try {
            movedMinor = Math.addExact(movedMinor, amount.minor());
        } catch (ArithmeticException overflow) {
            throw new ImportException(
                    field + ": the movements add up to more than any account holds", line, field, overflow);
        }
    }

    /** @throws ImportException with both figures where opening balance and movements do not make the closing balance */
    void close(long line, String field, Optional<Money> closing) throws ImportException {
        if (closing.isEmpty()) {
            return;
        }
        require(line, field, closing.get());
        if (opening.isPresent()
                && opening.get().minor() + movedMinor != closing.get().minor()) {
            Money expected = Money.ofMinor(
                    opening.get().minor() + movedMinor, closing.get().currency());
            throw new ImportException(
                    field + ": the opening balance " + opening.get() + " and the movements make " + expected
                            + ", but the closing balance is " + closing.get()
                            + "; the statement is incomplete or damaged, ask the bank for it again",
                    line,
                    field,
                    null);
        }
    }

    private void require(long line, String field, Money amount) throws ImportException {
        if (currency.isPresent() && !currency.get().equals(amount.currency())) {
            throw new ImportException(
                    field + ": an amount in " + amount.currency() + " on an account in " + currency.get()
                            + "; a statement has one currency",
                    line,
                    field,
                    null);
        }
        currency = Optional.of(amount.currency());
    }
}
