package org.quittance.casework.run;

/**
 * Which debtors have come, in 16 bytes each: 64-bit hashes in an open table. That two debtors of a million meet in one hash has
 * a chance of one in 30 million; one of them would be reported as failed, never decided wrongly.
 */
final class SeenDebtors {

    private static final int INITIAL = 1 << 10;

    private long[] table = new long[INITIAL];
    private int size;

    /** Remembers a debtor; false where it had come before. */
    boolean add(String debtor) {
        if (size * 2 >= table.length) {
            grow();
        }
        if (!put(table, hash(debtor))) {
            return false;
        }
        size++;
        return true;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (long hash : table) {
            if (hash != 0) {
                put(larger, hash);
            }
        }
        table = larger;
    }

    private static boolean put(long[] table, long hash) {
        int mask = table.length - 1;
        int place = (int) hash & mask;
        while (table[place] != 0) {
            if (table[place] == hash) {
                return false;
            }
            place = (place + 1) & mask;
        }
        table[place] = hash;
        return true;
    }

    /** FNV-1a, then mixed so that the low bits are as good as the high ones; never zero, which marks a free place. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }
}
