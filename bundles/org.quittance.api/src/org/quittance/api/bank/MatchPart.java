package org.quittance.api.bank;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;

/**
 * What of an entry goes to one invoice, or closes what the debtor did not pay of it.
 *
 * @param invoice printed number; empty for credit of the debtor that no invoice takes
 * @param amount positive
 */
public record MatchPart(Kind kind, DebtorId debtor, Optional<String> invoice, Money amount) {

    public MatchPart {
        requireNonNull(kind, "kind");
        requireNonNull(debtor, "debtor");
        requireNonNull(invoice, "invoice");
        requireNonNull(amount, "amount");
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount of a part is " + amount + ", expected more than zero");
        }
        if (kind != Kind.MONEY && invoice.isEmpty()) {
            throw new IllegalArgumentException("a " + kind + " closes an invoice, which must be named");
        }
    }

    /** Money of the entry that pays an invoice. */
    public static MatchPart paying(DebtorId debtor, String invoice, Money amount) {
        return new MatchPart(Kind.MONEY, debtor, Optional.of(invoice), amount);
    }

    /** Money of the entry that stays as credit of the debtor. */
    public static MatchPart credit(DebtorId debtor, Money amount) {
        return new MatchPart(Kind.MONEY, debtor, Optional.empty(), amount);
    }

    /** What a part is made of. */
    public enum Kind {
        /** Of the entry. */
        MONEY,
        /** The debtor took the agreed discount. */
        DISCOUNT,
        /** A bank kept its fee. */
        BANK_FEE,
        /** Too little to ask for. */
        DIFFERENCE
    }
}
