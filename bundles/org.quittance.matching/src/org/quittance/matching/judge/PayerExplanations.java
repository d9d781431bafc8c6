package org.quittance.matching.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quittance.matching.index.InvoiceIndex;
import org.quittance.matching.judge.Payment.Who;
import org.quittance.matching.judge.Payment.Who.Sureness;
import org.quittance.service.matching.MatchReason;

/** What a payment may pay by who pays and how much, or by a number with a slip of the pen. */
final class PayerExplanations {

    /** More invoices with one amount are a price list, not evidence. */
    private static final int SAME_AMOUNT_MAX = 300;

    private static final int PROPOSED_MAX = 3;

    private final InvoiceIndex index;
    private final Payment payment;
    private final Who who;
    private final List<Explanation> found = new ArrayList<>();

    PayerExplanations(InvoiceIndex index, Payment payment) {
        this.index = index;
        this.payment = payment;
        this.who = payment.who();
    }

    List<Explanation> find() {
        if (who.debtor() >= 0) {
            ofPayer();
        } else {
            ofAnybody();
        }
        if (payment.text().hasForeignNumber()) {
            return found.stream()
                    .map(one ->
                            one.reason() == MatchReason.NUMBER_MISSPELT ? one : one.atMost(Weights.FOREIGN_NUMBER_CAP))
                    .toList();
        }
        return found;
    }

    private void ofPayer() {
        int[] rows = DebtorInvoices.open(index, who.debtor(), payment);
        int[] exact = Arrays.stream(rows)
                .filter(row -> index.open(row) == payment.minor())
                .toArray();
        int[] misspelt = misspelt(exact);
        if (misspelt.length == 1) {
            add(misspeltScore(Weights.MISSPELT_AGREED, misspelt[0]), MatchReason.NUMBER_MISSPELT, misspelt);
        } else if (exact.length == 1) {
            int score = isPrice(index, payment) ? Math.min(Weights.PRICE_CAP, amountScore()) : amountScore();
            add(score, MatchReason.PAYER_AND_AMOUNT, exact);
        } else {
            several(exact);
        }
        combined(rows, exact.length > 0);
        if (exact.length == 0) {
            misspeltElsewhere();
            oldestFirst(rows);
        }
    }

    /** A list of prices makes one amount mean little. */
    static boolean isPrice(InvoiceIndex index, Payment payment) {
        return index.withAmount(payment.minor(), payment.entry().amount().currency(), Weights.PRICE_FROM).length
                >= Weights.PRICE_FROM;
    }

    private int[] misspelt(int[] rows) {
        return Arrays.stream(rows)
                .filter(row -> payment.text().misspells(index.number(row)))
                .toArray();
    }

    /** A number one digit away may be that of an invoice nobody has imported yet. */
    private int misspeltScore(int score, int row) {
        return payment.text().mayNameNeighbour(index.number(row)) ? Math.min(score, Weights.FOREIGN_NUMBER_CAP) : score;
    }

    private int amountScore() {
        return switch (who.sureness()) {
            case ACCOUNT_AND_NAME -> Weights.ACCOUNT_AND_AMOUNT;
            case NAME -> Weights.NAME_AND_AMOUNT;
            case ACCOUNT -> Weights.ACCOUNT_ONLY_AND_AMOUNT;
            case LIKE_NAME -> Weights.LIKE_NAME_AND_AMOUNT;
            case NOBODY -> Weights.SHARED_NAME_AND_PRICE;
        };
    }

    private void several(int[] exact) {
        int[] oldest = byAge(exact);
        for (int at = 0; at < Math.min(PROPOSED_MAX, oldest.length); at++) {
            add(Weights.SEVERAL - at, MatchReason.PAYER_SEVERAL, oldest[at]);
        }
    }

    private int[] byAge(int[] rows) {
        return Arrays.stream(rows)
                .boxed()
                .sorted((one, other) -> Integer.compare(index.due(one), index.due(other)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void combined(int[] rows, boolean alsoExact) {
        List<int[]> choices = Combinations.summing(rows, opens(rows), payment.minor());
        boolean only = choices.size() == 1 && !alsoExact;
        for (int[] choice : choices) {
            boolean all = choice.length == rows.length;
            int score = !only
                    ? Weights.SEVERAL
                    : all
                            ? who.isSure() ? Weights.ALL_OPEN : Weights.ALL_OPEN_UNSURE
                            : who.isSure() ? Weights.COMBINED : Weights.COMBINED_UNSURE;
            add(score, all ? MatchReason.PAYER_ALL_OPEN : MatchReason.PAYER_COMBINED, choice);
        }
    }

    /** The payer pays for somebody else and misspells the number. */
    private void misspeltElsewhere() {
        int[] same = index.withAmount(payment.minor(), payment.entry().amount().currency(), SAME_AMOUNT_MAX);
        int[] misspelt = same.length < SAME_AMOUNT_MAX ? misspelt(same) : new int[0];
        if (misspelt.length == 1) {
            add(misspeltScore(Weights.MISSPELT, misspelt[0]), MatchReason.NUMBER_MISSPELT, misspelt);
        }
    }

    private void oldestFirst(int[] rows) {
        int[] oldest = byAge(rows);
        long left = payment.minor();
        List<Integer> paid = new ArrayList<>();
        List<Long> amounts = new ArrayList<>();
        for (int row : oldest) {
            long amount = Math.min(left, index.open(row));
            if (amount > 0) {
                paid.add(row);
                amounts.add(amount);
                left -= amount;
            }
        }
        if (paid.isEmpty() || !found.isEmpty()) {
            return;
        }
        Explanation explanation = Explanation.paying(
                Weights.OLDEST_FIRST,
                MatchReason.PAYER_ONLY,
                false,
                paid.stream().mapToInt(Integer::intValue).toArray(),
                amounts.stream().mapToLong(Long::longValue).toArray());
        found.add(left > 0 ? explanation.withCredit(who.debtor(), left) : explanation);
    }

    private void ofAnybody() {
        int[] same = index.withAmount(payment.minor(), payment.entry().amount().currency(), SAME_AMOUNT_MAX);
        if (same.length == SAME_AMOUNT_MAX) {
            return;
        }
        int[] known = Arrays.stream(same)
                .filter(row -> index.issued(row) <= payment.day())
                .toArray();
        int[] own = Arrays.stream(known)
                .filter(row -> who.mayBe(index.debtorOf(row)))
                .toArray();
        int[] misspelt = misspelt(known);
        if (misspelt.length == 1) {
            boolean agreed = own.length > 0 && who.mayBe(index.debtorOf(misspelt[0]));
            int score = misspeltScore(agreed ? Weights.MISSPELT_AGREED : Weights.MISSPELT, misspelt[0]);
            add(score, MatchReason.NUMBER_MISSPELT, misspelt);
        } else if (own.length == 1) {
            int score = isPrice(index, payment) ? Weights.SHARED_NAME_AND_PRICE : Weights.SHARED_NAME_AND_AMOUNT;
            add(score, MatchReason.PAYER_AND_AMOUNT, own);
        } else if (own.length > 1) {
            several(own);
        } else if (known.length == 1) {
            add(Weights.AMOUNT_ONLY, MatchReason.AMOUNT_ONLY, known);
        }
    }

    private void add(int score, MatchReason reason, int... rows) {
        boolean teaches = reason == MatchReason.NUMBER_MISSPELT && who.sureness() != Sureness.NOBODY;
        found.add(Explanation.paying(score, reason, teaches, rows, opens(rows)));
    }

    private long[] opens(int[] rows) {
        return Arrays.stream(rows).mapToLong(index::open).toArray();
    }
}
