package org.quittance.importer.csv;

import java.util.Arrays;

/**
 * Names payments that the file gives no key for by what they say, so that importing the file twice changes nothing, and
 * counts equal ones, so that two part payments of one day stay two. Eight bytes of memory per payment; for one thread.
 */
final class PaymentKeys {

    private static final int PAYMENTS_MAX = 4_000_000;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final String mark;
    private long[] hashes = new long[1 << 12];
    private int size;

    PaymentKeys() {
        this(" #");
    }

    /** @param mark stands between a key and its count */
    PaymentKeys(String mark) {
        this.mark = mark;
    }

    /** @throws LimitExceeded where there are more payments than memory is meant for */
    String key(String content) {
        if (size >= PAYMENTS_MAX) {
            throw new LimitExceeded("payments.without-key", PAYMENTS_MAX);
        }
        String key = content;
        for (int copy = 2; !add(hash(key)); copy++) {
            key = content + mark + copy;
        }
        return key;
    }

    private boolean add(long hash) {
        if (size * 2 >= hashes.length) {
            grow();
        }
        return place(hashes, hash);
    }

    private boolean place(long[] table, long hash) {
        int mask = table.length - 1;
        int slot = (int) (hash >>> 20) & mask;
        while (table[slot] != 0) {
            if (table[slot] == hash) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        table[slot] = hash;
        size++;
        return true;
    }

    private void grow() {
        long[] old = hashes;
        hashes = new long[old.length * 2];
        size = 0;
        Arrays.stream(old).filter(hash -> hash != 0).forEach(hash -> place(hashes, hash));
    }

    private static long hash(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash == 0 ? 1 : hash;
    }
}
