package org.quittance.matching.index;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Small positive numbers by hash; several may share one. Eight bytes a place, open addressing. */
final class LongTable {

    private static final long EMPTY = 0;
    private static final long FINGERPRINT = 0xffffffff00000000L;

    private long[] places = new long[1 << 10];
    private int size;

    void put(long hash, int number) {
        if (size * 2 >= places.length) {
            grow();
        }
        long place = hash & FINGERPRINT | number + 1L;
        if (insert(places, hash, place)) {
            size++;
        }
    }

    /** The place is chosen by the fingerprint, which is all that is left of the hash when the table grows. */
    private static boolean insert(long[] places, long hash, long place) {
        int at = start(hash, places.length);
        while (places[at] != EMPTY) {
            if (places[at] == place) {
                return false;
            }
            at = at + 1 & places.length - 1;
        }
        places[at] = place;
        return true;
    }

    private static int start(long hash, int length) {
        return (int) (Hash.mixed(hash >>> 32) & length - 1);
    }

    private void grow() {
        long[] old = places;
        places = new long[old.length * 2];
        Arrays.stream(old).filter(place -> place != EMPTY).forEach(place -> insert(places, place, place));
    }

    void each(long hash, IntConsumer taker) {
        int at = start(hash, places.length);
        while (places[at] != EMPTY) {
            if ((places[at] & FINGERPRINT) == (hash & FINGERPRINT)) {
                taker.accept((int) (places[at] & ~FINGERPRINT) - 1);
            }
            at = at + 1 & places.length - 1;
        }
    }
}
