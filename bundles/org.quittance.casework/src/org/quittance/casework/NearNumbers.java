package org.quittance.casework;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Numbers that somebody may have meant who typed another. For one thread. */
final class NearNumbers {

    private static final int TOLD_MAX = 5;

    /** What is shorter is part of too many numbers. */
    private static final int PART_LENGTH_MIN = 3;

    private final String wanted;
    private final TreeSet<String> same = new TreeSet<>();
    private final TreeSet<Near> near = new TreeSet<>();

    /** The smaller the slip, the nearer; those of one slip in order of number. */
    private record Near(Slip slip, String number) implements Comparable<Near> {

        private static final Comparator<Near> ORDER =
                Comparator.comparing(Near::slip).thenComparing(Near::number);

        @Override
        public int compareTo(Near other) {
            return ORDER.compare(this, other);
        }
    }

    /** What people do when they type a number. */
    private enum Slip {
        PART_ONLY,
        TWO_SWAPPED,
        ONE_WRONG
    }

    NearNumbers(String typed) {
        this.wanted = compact(typed);
    }

    void look(String number) {
        String compact = compact(number);
        if (compact.equals(wanted)) {
            same.add(number);
        } else {
            slip(compact).ifPresent(slip -> near.add(new Near(slip, number)));
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
        return same.isEmpty() ? near.stream().map(Near::number).toList() : List.copyOf(same);
    }

    private Optional<Slip> slip(String compact) {
        if (wanted.length() < PART_LENGTH_MIN) {
            return Optional.empty();
        }
        if (compact.contains(wanted)) {
            return Optional.of(Slip.PART_ONLY);
        }
        if (compact.length() != wanted.length()) {
            return Optional.empty();
        }
        int first = 0;
        while (compact.charAt(first) == wanted.charAt(first)) {
            first++;
        }
        if (compact.substring(first + 1).equals(wanted.substring(first + 1))) {
            return Optional.of(Slip.ONE_WRONG);
        }
        boolean swapped = compact.charAt(first) == wanted.charAt(first + 1)
                && compact.charAt(first + 1) == wanted.charAt(first)
                && compact.substring(first + 2).equals(wanted.substring(first + 2));
        return swapped ? Optional.of(Slip.TWO_SWAPPED) : Optional.empty();
    }

    private static String compact(String number) {
        return number.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }
}
