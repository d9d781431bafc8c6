package org.quittance.matching.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Debtors by what banks say of payers: accounts that paid for them before, their names in the directory and the names they paid under.
 * For one thread.
 */
public final class PayerIndex {

    /** A word that more debtors share says nothing. */
    private static final int COMMON = 50;

    private final Map<Long, int[]> byAccount = new HashMap<>();
    private final Map<Long, int[]> byName = new HashMap<>();
    private final Map<Long, int[]> byWord = new HashMap<>();
    private final Map<Integer, List<String>> words = new HashMap<>();

    /** A debtor's name in the directory. */
    public void named(int debtor, String name) {
        List<String> own = Folding.words(name);
        words.put(debtor, own);
        add(byName, Hash.of(String.join(" ", own)), debtor, Integer.MAX_VALUE);
        own.forEach(word -> add(byWord, Hash.of(word), debtor, COMMON));
    }

    /** Somebody paid for a debtor, under a name and from an account. */
    public void paid(int debtor, String iban, String name) {
        if (!iban.isEmpty()) {
            add(byAccount, Hash.of(iban), debtor, Integer.MAX_VALUE);
        }
        if (!name.isEmpty() && Folding.isAlike(Folding.words(name), words(debtor))) {
            add(byName, Hash.of(String.join(" ", Folding.words(name))), debtor, Integer.MAX_VALUE);
        }
    }

    private static void add(Map<Long, int[]> table, long hash, int debtor, int limit) {
        int[] known = table.getOrDefault(hash, new int[0]);
        for (int one : known) {
            if (one == debtor) {
                return;
            }
        }
        if (known.length <= limit) {
            int[] more = Arrays.copyOf(known, known.length + 1);
            more[known.length] = debtor;
            table.put(hash, more);
        }
    }

    public List<String> words(int debtor) {
        return words.getOrDefault(debtor, List.of());
    }

    /** Debtors for whom this account paid. */
    public int[] byAccount(String iban) {
        return byAccount.getOrDefault(Hash.of(iban), new int[0]);
    }

    /** Debtors of exactly these words. */
    public int[] byName(List<String> name) {
        return byName.getOrDefault(Hash.of(String.join(" ", name)), new int[0]);
    }

    /** Debtors whose names share a rare word with this one and are alike; at most some dozens. */
    public List<Integer> alike(List<String> name) {
        List<Integer> found = new ArrayList<>();
        for (String word : name) {
            int[] sharing = byWord.getOrDefault(Hash.of(word), new int[0]);
            if (sharing.length <= COMMON) {
                for (int debtor : sharing) {
                    if (!found.contains(debtor) && Folding.isAlike(name, words(debtor))) {
                        found.add(debtor);
                    }
                }
            }
        }
        return found;
    }
}
