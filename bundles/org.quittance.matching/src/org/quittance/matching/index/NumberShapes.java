package org.quittance.matching.index;

import java.util.HashSet;
import java.util.Set;

/**
 * How the creditor's invoice numbers look: the letters before them, how long they are and how they begin. Tells a number that may be
 * of an invoice that is not open from a number that is something else. For one thread.
 */
public final class NumberShapes {

    private static final int BEGINNING = 2;

    private final Set<String> prefixes = new HashSet<>();
    private final Set<String> shapes = new HashSet<>();

    void add(String prefix, String joined) {
        if (!prefix.isEmpty()) {
            prefixes.add(prefix);
        }
        shapes.add(shape(joined));
    }

    private static String shape(String joined) {
        return joined.length() + ":" + joined.substring(0, Math.min(BEGINNING, joined.length()));
    }

    /** Whether a number with these letters before it may be an invoice of the creditor. */
    public boolean isLike(String letters, String joined) {
        return shapes.contains(shape(joined)) || prefixes.stream().anyMatch(letters::endsWith);
    }
}
