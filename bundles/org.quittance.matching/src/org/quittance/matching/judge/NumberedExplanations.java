package org.quittance.matching.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.quittance.api.bank.MatchPart;
import org.quittance.matching.index.InvoiceIndex;
import org.quittance.matching.judge.Named.Way;
import org.quittance.service.matching.MatchReason;

/** What a payment may pay by the invoices it names. */
final class NumberedExplanations {

    private final InvoiceIndex index;
    private final Rules rules;
    private final Payment payment;
    private final List<Explanation> found = new ArrayList<>();

    NumberedExplanations(InvoiceIndex index, Rules rules, Payment payment) {
        this.index = index;
        this.rules = rules;
        this.payment = payment;
    }

    /** Invoices that are named, how the least sure of them is, and whether the payer may owe them. */
    private record Naming(int[] rows, Way way, boolean agreed) {}

    List<Explanation> find() {
        Naming naming = naming();
        if (naming.rows.length == 0) {
            return found;
        }
        long paid = payment.minor();
        long open = sum(naming.rows);
        if (open == paid) {
            exact(naming);
        } else if (naming.rows.length > 1) {
            among(naming);
        }
        if (open > paid) {
            less(naming, open);
        } else if (open < paid) {
            more(naming, open);
        }
        return found;
    }

    private Naming naming() {
        if (!payment.references().invoices().isEmpty()) {
            int[] rows = rows(Set.copyOf(payment.references().invoices()));
            return new Naming(rows, Way.REFERENCE, agrees(rows));
        }
        Set<Integer> rows = new TreeSet<>();
        Way way = Way.FULL;
        for (List<Named> candidates : payment.text().found()) {
            List<Named> left = chosen(candidates);
            if (left.size() == 1) {
                rows.add(left.get(0).invoice());
                way = left.get(0).way() == Way.BARE ? Way.BARE : way;
            }
        }
        int[] all = rows(rows);
        return new Naming(all, way, agrees(all));
    }

    /** Of several invoices with a like number: those of the payer, or the one that has the amount. */
    private List<Named> chosen(List<Named> candidates) {
        List<Named> fitting = candidates.stream().filter(this::isOpen).toList();
        if (fitting.size() > 1) {
            List<Named> own = fitting.stream()
                    .filter(named -> payment.who().mayBe(index.debtorOf(named.invoice())))
                    .toList();
            fitting = own.isEmpty() ? fitting : own;
        }
        if (fitting.size() > 1) {
            List<Named> exact = fitting.stream()
                    .filter(named -> index.open(named.invoice()) == payment.minor())
                    .toList();
            fitting = exact.isEmpty() ? fitting : exact;
        }
        return fitting;
    }

    private boolean isOpen(Named named) {
        return index.open(named.invoice()) > 0
                && index.currencyOf(named.invoice())
                        .equals(payment.entry().amount().currency());
    }

    private int[] rows(Set<Integer> rows) {
        return rows.stream()
                .mapToInt(Integer::intValue)
                .filter(row -> isOpen(new Named(row, Way.FULL)))
                .sorted()
                .toArray();
    }

    private boolean agrees(int[] rows) {
        return Arrays.stream(rows).allMatch(row -> payment.who().mayBe(index.debtorOf(row)));
    }

    private long sum(int[] rows) {
        return Arrays.stream(rows).mapToLong(index::open).sum();
    }

    private long[] opens(int[] rows) {
        return Arrays.stream(rows).mapToLong(index::open).toArray();
    }

    private void exact(Naming naming) {
        MatchReason reason = naming.way != Way.REFERENCE
                ? MatchReason.NUMBER
                : payment.references().isOfLetter() ? MatchReason.LETTER_REFERENCE : MatchReason.REFERENCE;
        found.add(Explanation.paying(score(naming), reason, true, naming.rows, opens(naming.rows)));
    }

    /** A slip of the pen may name the invoice of another debtor; where that has the same price, only the payer tells. */
    private int score(Naming naming) {
        return switch (naming.way) {
            case REFERENCE -> Weights.REFERENCE;
            case FULL ->
                naming.agreed || naming.rows.length > 1 || !PayerExplanations.isPrice(index, payment)
                        ? Weights.NUMBER_FULL
                        : Weights.PRICE_CAP;
            case BARE -> naming.agreed ? Weights.NUMBER_BARE_AGREED : Weights.NUMBER_BARE;
        };
    }

    /** Some of what looks like a number of an invoice is an order, a customer or a date. */
    private void among(Naming naming) {
        List<int[]> choices = new ArrayList<>(Combinations.summing(naming.rows, opens(naming.rows), payment.minor()));
        for (int row : naming.rows) {
            if (index.open(row) == payment.minor()) {
                choices.add(new int[] {row});
            }
        }
        int score = naming.agreed && naming.way != Way.BARE ? Weights.AMONG_OTHERS : Weights.COMBINED;
        for (int[] rows : choices) {
            found.add(Explanation.paying(
                    choices.size() == 1 ? score : Weights.SEVERAL,
                    MatchReason.NUMBERS_AMONG_OTHERS,
                    true,
                    rows,
                    opens(rows)));
        }
    }

    private void less(Naming naming, long open) {
        long paid = payment.minor();
        if (naming.rows.length > 1) {
            partOfSeveral(naming, open);
            return;
        }
        int row = naming.rows[0];
        if (index.nextInstalment(row) == paid && naming.way != Way.BARE) {
            found.add(Explanation.part(Weights.INSTALMENT, MatchReason.INSTALMENT, true, row, paid));
            return;
        }
        Explanation part = Explanation.part(partScore(naming), MatchReason.PART_PAYMENT, naming.agreed, row, paid);
        found.add(closed(naming, part, open));
    }

    private int partScore(Naming naming) {
        if (naming.way == Way.REFERENCE) {
            return Weights.REFERENCE_PART;
        }
        boolean sure = naming.way == Way.FULL && naming.agreed;
        return sure ? Weights.NUMBER_PART_AGREED : Weights.NUMBER_PART;
    }

    /** A difference the rules allow closes the invoice. */
    private Explanation closed(Naming naming, Explanation part, long open) {
        long missing = open - payment.minor();
        int score =
                naming.agreed || naming.way == Way.REFERENCE ? Weights.CLOSED_BY_RULE : Weights.CLOSED_BY_RULE_STRANGER;
        long discount = discount(part.invoices()[0]);
        if (missing <= rules.smallDifferenceMinor()) {
            return closing(part, score, MatchReason.SMALL_DIFFERENCE, MatchPart.Kind.DIFFERENCE, missing);
        }
        if (discount > 0 && missing == discount) {
            return closing(part, score, MatchReason.DISCOUNT, MatchPart.Kind.DISCOUNT, missing);
        }
        if (missing <= rules.bankFeeMinor()) {
            return closing(part, score, MatchReason.BANK_FEE, MatchPart.Kind.BANK_FEE, missing);
        }
        return part;
    }

    private long discount(int row) {
        return rules.discount(index.open(row), index.issued(row), payment.day());
    }

    private static Explanation closing(
            Explanation part, int score, MatchReason reason, MatchPart.Kind kind, long missing) {
        return Explanation.paying(score, reason, part.teaches(), part.invoices(), part.amounts())
                .closing(kind, missing);
    }

    /** Several are named and the money is short: by the discount of each, else the oldest first, the last in part. */
    private void partOfSeveral(Naming naming, long open) {
        long missing = open - payment.minor();
        long[] discounts = Arrays.stream(naming.rows).mapToLong(this::discount).toArray();
        if (missing > 0 && Arrays.stream(discounts).sum() == missing) {
            long[] amounts = opens(naming.rows);
            Arrays.setAll(amounts, at -> amounts[at] - discounts[at]);
            int score =
                    naming.agreed && naming.way != Way.BARE ? Weights.CLOSED_BY_RULE : Weights.CLOSED_BY_RULE_STRANGER;
            found.add(Explanation.paying(score, MatchReason.DISCOUNT, naming.agreed, naming.rows, amounts)
                    .closing(MatchPart.Kind.DISCOUNT, discounts));
            return;
        }
        int[] rows = Arrays.stream(naming.rows)
                .boxed()
                .sorted((one, other) -> Integer.compare(index.due(one), index.due(other)))
                .mapToInt(Integer::intValue)
                .toArray();
        long left = payment.minor();
        List<Integer> paid = new ArrayList<>();
        List<Long> amounts = new ArrayList<>();
        for (int row : rows) {
            long amount = Math.min(left, index.open(row));
            if (amount > 0) {
                paid.add(row);
                amounts.add(amount);
                left -= amount;
            }
        }
        boolean small = missing <= rules.smallDifferenceMinor() && paid.size() == rows.length;
        Explanation explanation = Explanation.paying(
                small ? Weights.CLOSED_BY_RULE_STRANGER : Weights.SEVERAL,
                small ? MatchReason.SMALL_DIFFERENCE : MatchReason.PART_PAYMENT,
                naming.agreed,
                paid.stream().mapToInt(Integer::intValue).toArray(),
                amounts.stream().mapToLong(Long::longValue).toArray());
        long[] closing = new long[paid.size()];
        closing[closing.length - 1] = missing;
        found.add(small ? explanation.closing(MatchPart.Kind.DIFFERENCE, closing) : explanation);
    }

    private int moreScore(Naming naming) {
        boolean sure =
                naming.agreed && naming.way != Way.BARE && !payment.text().hasForeignNumber();
        return sure ? Weights.AND_MORE_AGREED : Weights.AND_MORE;
    }

    private void more(Naming naming, long open) {
        int debtor = index.debtorOf(naming.rows[0]);
        boolean oneDebtor = Arrays.stream(naming.rows).allMatch(row -> index.debtorOf(row) == debtor);
        if (!oneDebtor) {
            return;
        }
        long rest = payment.minor() - open;
        int[] others = DebtorInvoices.open(index, debtor, payment, naming.rows);
        List<int[]> choices = new ArrayList<>(Combinations.summing(others, opens(others), rest));
        for (int row : others) {
            if (index.open(row) == rest) {
                choices.add(new int[] {row});
            }
        }
        for (int[] choice : choices) {
            int[] all = Arrays.copyOf(naming.rows, naming.rows.length + choice.length);
            System.arraycopy(choice, 0, all, naming.rows.length, choice.length);
            Arrays.sort(all);
            found.add(Explanation.paying(
                    choices.size() == 1 ? moreScore(naming) : Weights.SEVERAL,
                    MatchReason.NUMBER_AND_MORE,
                    true,
                    all,
                    opens(all)));
        }
        boolean small = rest <= rules.smallDifferenceMinor() && naming.agreed && naming.way != Way.BARE;
        found.add(Explanation.paying(
                        small ? Weights.CLOSED_BY_RULE : Weights.OVERPAID,
                        MatchReason.OVERPAID,
                        true,
                        naming.rows,
                        opens(naming.rows))
                .withCredit(debtor, rest));
    }
}
