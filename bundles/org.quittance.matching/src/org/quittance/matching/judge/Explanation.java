package org.quittance.matching.judge;

import java.util.Arrays;
import org.quittance.api.bank.MatchPart;
import org.quittance.service.matching.MatchReason;

/**
 * What an entry may pay: rows of the index, and how much of each.
 *
 * @param closing what the money does not pay of each invoice and is given up; empty for nothing
 * @param closedAs why it is given up
 * @param creditOf the debtor whose credit the rest is, -1 if there is no rest
 */
record Explanation(
        int score,
        MatchReason reason,
        boolean teaches,
        int[] invoices,
        long[] amounts,
        long[] closing,
        MatchPart.Kind closedAs,
        int creditOf,
        long credit) {

    private static final long[] NOTHING = {};

    static Explanation paying(int score, MatchReason reason, boolean teaches, int[] invoices, long[] amounts) {
        return new Explanation(score, reason, teaches, invoices, amounts, NOTHING, MatchPart.Kind.MONEY, -1, 0);
    }

    static Explanation part(int score, MatchReason reason, boolean teaches, int invoice, long amount) {
        return paying(score, reason, teaches, new int[] {invoice}, new long[] {amount});
    }

    static Explanation credit(int score, MatchReason reason, int debtor, long amount) {
        return new Explanation(
                score, reason, false, new int[0], NOTHING, NOTHING, MatchPart.Kind.MONEY, debtor, amount);
    }

    Explanation closing(MatchPart.Kind kind, long... minor) {
        return new Explanation(score, reason, teaches, invoices, amounts, minor, kind, creditOf, credit);
    }

    Explanation withCredit(int debtor, long minor) {
        return new Explanation(score, reason, teaches, invoices, amounts, closing, closedAs, debtor, minor);
    }

    Explanation atMost(int cap) {
        return score <= cap
                ? this
                : new Explanation(cap, reason, teaches, invoices, amounts, closing, closedAs, creditOf, credit);
    }

    /** Whether it sets the same money against the same invoices. */
    boolean isSameAs(Explanation other) {
        return Arrays.equals(invoices, other.invoices)
                && Arrays.equals(amounts, other.amounts)
                && creditOf == other.creditOf
                && credit == other.credit;
    }
}
