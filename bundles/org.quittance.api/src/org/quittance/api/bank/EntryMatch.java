package org.quittance.api.bank;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.quittance.api.model.DebtorId;
import org.quittance.api.model.Money;

/**
 * What an entry pays, proposed or booked. Its money never sums to more than the entry.
 *
 * @param score how sure it is, from 0 to 1000
 * @param reason code of why
 * @param teaches whether later payments may be recognised by the account and name of this one: a person said what it pays, or a
 *     reference did
 */
public record EntryMatch(int score, String reason, boolean teaches, List<MatchPart> parts) {

    public static final int SCORE_MAX = 1_000;

    public EntryMatch {
        requireNonNull(reason, "reason");
        parts = List.copyOf(parts);
        if (score < 0 || score > SCORE_MAX) {
            throw new IllegalArgumentException("score is " + score + ", expected 0 to " + SCORE_MAX);
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a match without parts");
        }
    }

    /** What of it is money of the entry. */
    public Money money() {
        Money sum = Money.zero(parts.get(0).amount().currency());
        for (MatchPart part : parts) {
            if (part.kind() == MatchPart.Kind.MONEY) {
                sum = sum.plus(part.amount());
            }
        }
        return sum;
    }

    /** Whether all of it is of one debtor. */
    public boolean isOfOneDebtor() {
        DebtorId first = parts.get(0).debtor();
        return parts.stream().allMatch(part -> part.debtor().equals(first));
    }

    /** Whether no invoice is named: the money stays as credit. */
    public boolean isCreditOnly() {
        return parts.stream().allMatch(part -> part.invoice().isEmpty());
    }
}
