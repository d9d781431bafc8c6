package org.quittance.matching.index;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts and names as banks write them: capital letters without accents. */
public final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^A-Z0-9]+");

    /** Legal forms and titles, which banks and payers leave out or write as they like. */
    private static final Set<String> FORMS = Set.of(
            "SARL",
            "SAS",
            "SASU",
            "SA",
            "EURL",
            "EI",
            "EIRL",
            "SCI",
            "SNC",
            "SCOP",
            "SELARL",
            "GMBH",
            "MBH",
            "AG",
            "KG",
            "UG",
            "OHG",
            "EK",
            "CO",
            "LTD",
            "LIMITED",
            "PLC",
            "LLP",
            "INC",
            "BV",
            "NV",
            "SRL",
            "SPRL",
            "SPA",
            "SL",
            "STE",
            "SOCIETE",
            "ETS",
            "ETABLISSEMENTS",
            "M",
            "MR",
            "MME",
            "MLLE",
            "MONSIEUR",
            "MADAME",
            "MLE",
            "HERR",
            "FRAU",
            "MRS",
            "MS",
            "ET",
            "AND",
            "UND",
            "LA",
            "LE",
            "LES",
            "DE",
            "DU",
            "DES",
            "D",
            "L");

    private Folding() {}

    static String fold(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            plain = text.charAt(i) < 128;
        }
        String upper = text.toUpperCase(Locale.ROOT);
        if (plain) {
            return upper;
        }
        return MARKS.matcher(Normalizer.normalize(upper.replace("Œ", "OE").replace("Æ", "AE"), Normalizer.Form.NFKD))
                .replaceAll("");
    }

    /** The words of a name that tell it from others, sorted. */
    public static List<String> words(String name) {
        String[] words = SEPARATORS.split(fold(name));
        List<String> kept = Arrays.stream(words)
                .filter(word -> !word.isEmpty() && !FORMS.contains(word))
                .distinct()
                .sorted()
                .toList();
        return kept.isEmpty()
                ? Arrays.stream(words)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .sorted()
                        .toList()
                : kept;
    }

    /** Whether two names may well be of the same payer: all words of one begin, or are, words of the other. */
    public static boolean isAlike(List<String> one, List<String> other) {
        List<String> fewer = one.size() <= other.size() ? one : other;
        List<String> more = one.size() <= other.size() ? other : one;
        int letters = 0;
        for (String word : fewer) {
            if (more.stream()
                    .noneMatch(candidate ->
                            candidate.startsWith(word) || word.startsWith(candidate) && candidate.length() > 2)) {
                return false;
            }
            letters += word.length();
        }
        return letters >= ALIKE_MIN;
    }

    private static final int ALIKE_MIN = 5;
}
