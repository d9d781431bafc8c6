package org.quittance.casework;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Numbers that somebody may have meant who typed another. For one thread. */
final class NearNumbers {

    private static final int TOLD_MAX = 5;

    /** What is shorter is part of too many numbers. */
    private static final int PART_LENGTH_MIN = 3;

    /** Two letters that changed places, or one that is wrong. */
    private static final int DIFFERENT_MAX = 2;

    private final String wanted;
    private final TreeSet<String> same = new TreeSet<>();
    private final TreeSet<String> near = new TreeSet<>();

    NearNumbers(String typed) {
        this.wanted = compact(typed);
    }

    void look(String number) {
        String compact = compact(number);
        if (compact.equals(wanted)) {
            same.add(number);
        } else if (isNear(compact)) {
            near.add(number);
            if (near.size() > TOLD_MAX) {
                near.pollLast();
            }
        }
    }

    /** The only one that differs in nothing but case, spaces and signs. */
    Optional<String> alike() {
        return same.size() == 1 ? Optional.of(same.first()) : Optional.empty();
    }

    /** Those that differ in case, spaces and signs alone, where there are any; else the first few that are near. */
    List<String> near() {
        return List.copyOf(same.isEmpty() ? near : same);
    }

    private boolean isNear(String compact) {
        if (wanted.length() < PART_LENGTH_MIN) {
            return false;
        }
        return compact.contains(wanted) || compact.length() == wanted.length() && differences(compact) <= DIFFERENT_MAX;
    }

    private int differences(String compact) {
        int count = 0;
        for (int at = 0; at < compact.length(); at++) {
            count += compact.charAt(at) == wanted.charAt(at) ? 0 : 1;
        }
        return count;
    }

    private static String compact(String number) {
        return number.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }
}
