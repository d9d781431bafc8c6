package org.quittance.engine.policy;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word somebody probably meant. */
final class Spelling {

    private Spelling() {}

    /** The nearest of the known words, if one is near enough to be meant. */
    static Optional<String> nearest(String word, Collection<String> known) {
        String best = "";
        int distanceMin = Math.max(2, word.length() / 3) + 1;
        for (String candidate : known) {
            int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < distanceMin) {
                distanceMin = distance;
                best = candidate;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** A sentence to append to a problem; empty text where nothing is near. */
    static String hint(String word, Collection<String> known) {
        return nearest(word, known)
                .map(near -> "; did you mean «" + near + "»?")
                .orElse("");
    }

    /** Number of letters to insert, delete or change. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= left.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= right.length(); column++) {
                int change = diagonal + (left.charAt(line - 1) == right.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(change, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
