package org.quittance.matching.judge;

import java.util.ArrayList;
import java.util.List;

/** Choices of a debtor's invoices that sum to an amount. */
final class Combinations {

    /** Two to the power of this are looked at; of a debtor with more only the whole is. */
    private static final int SEARCHED_MAX = 14;

    /** More are not needed to know that it is not the only one. */
    private static final int FOUND_MAX = 3;

    private Combinations() {}

    /** At most some choices of two or more rows with this sum. */
    static List<int[]> summing(int[] rows, long[] amounts, long wanted) {
        List<int[]> found = new ArrayList<>();
        if (rows.length > SEARCHED_MAX || rows.length < 2) {
            long sum = 0;
            for (long amount : amounts) {
                sum += amount;
            }
            if (rows.length > 1 && sum == wanted) {
                found.add(rows);
            }
            return found;
        }
        search(rows, amounts, wanted, 0, new ArrayList<>(), found);
        return found;
    }

    private static void search(
            int[] rows, long[] amounts, long left, int from, List<Integer> chosen, List<int[]> found) {
        if (left == 0 && chosen.size() > 1) {
            found.add(chosen.stream().mapToInt(Integer::intValue).toArray());
        }
        if (left <= 0 || found.size() >= FOUND_MAX) {
            return;
        }
        for (int at = from; at < rows.length; at++) {
            chosen.add(rows[at]);
            search(rows, amounts, left - amounts[at], at + 1, chosen, found);
            chosen.remove(chosen.size() - 1);
        }
    }
}
