package org.quittance.importer.bank;

import org.quittance.api.importer.ImportException;

/** Counts equal texts by their hash: twelve bytes of memory each, constant time however many are equal. */
final class Ordinals {

    private static final int ENTRIES_MAX = 4_000_000;
    private static final int SLOTS_AT_FIRST = 64;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] hashes = new long[SLOTS_AT_FIRST];
    private int[] counts = new int[SLOTS_AT_FIRST];
    private int size;

    /** The how manieth it is, from 1. */
    int next(long line, String text) throws ImportException {
        if (size >= ENTRIES_MAX) {
            throw new ImportException(
                    "the statement has more than " + ENTRIES_MAX + " movements; split it", line, "", null);
        }
        if (size * 2 >= hashes.length) {
            grow();
        }
        int slot = slot(hash(text));
        if (counts[slot] == 0) {
            hashes[slot] = hash(text);
            size++;
        }
        counts[slot]++;
        return counts[slot];
    }

    private int slot(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) (hash ^ hash >>> 32) & mask;
        while (counts[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldCounts = counts;
        hashes = new long[oldHashes.length * 2];
        counts = new int[oldCounts.length * 2];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    private static long hash(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
