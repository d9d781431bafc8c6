package org.quittance.importer.csv;

import java.util.Collection;
import java.util.Locale;
import org.quittance.api.text.Sentence;

/** Finds the known word that a mistyped one was probably meant to be. */
final class Suggestion {

    private static final int DISTANCE_MAX = 3;

    private Suggestion() {}

    static final Sentence NONE = Sentence.plain("");

    /** A sentence part such as {@code "; did you mean «amount»?"}, {@link #NONE} where nothing is near. */
    static Sentence of(String word, Collection<String> known) {
        String best = "";
        int bestDistance = Math.min(DISTANCE_MAX, Math.max(1, word.length() / 2)) + 1;
        for (String candidate : known) {
            int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best.isEmpty() ? NONE : Sentence.of(Suggestion.class, "suggestion", best);
    }

    private static int distance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int j = 0; j < previous.length; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] current = new int[right.length() + 1];
            current[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
