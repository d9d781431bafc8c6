package org.quittance.tone;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as words of plain small letters with one space between them, and where each letter came from. «L’ÉCHÉANCE» and
 * «l'echeance» become the same; «ß» and «œ» become two letters. Pure.
 */
final class FoldedText {

    private final String source;
    private final StringBuilder folded = new StringBuilder();
    private int[] origins;

    private FoldedText(String source) {
        this.source = source;
        this.origins = new int[source.length() + 16];
        space(0);
        for (int i = 0; i < source.length(); i++) {
            take(source.charAt(i), i);
        }
        space(source.length());
    }

    static FoldedText of(String source) {
        return new FoldedText(source);
    }

    /** Begins and ends with a space. */
    String text() {
        return folded.toString();
    }

    /** The piece of the source that a piece of the folded text came from. */
    String original(int start, int end) {
        return source.substring(origins[start], Math.min(source.length(), origins[end - 1] + 1))
                .replaceAll("\\s+", " ");
    }

    int line(int position) {
        int line = 1;
        for (int i = 0; i < origins[position]; i++) {
            if (source.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    private void take(char letter, int origin) {
        if (isIgnorable(letter)) {
            return;
        }
        String plain = plain(letter);
        if (plain.isEmpty()) {
            space(origin);
        }
        for (int i = 0; i < plain.length(); i++) {
            put(plain.charAt(i), origin);
        }
    }

    /** Soft hyphens, joiners and combining accents: invisible, or part of the letter before. */
    private static boolean isIgnorable(char letter) {
        return letter == '\u00ad'
                || letter >= '\u200b' && letter <= '\u200d'
                || letter == '\u2060'
                || Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    private static String plain(char letter) {
        if (letter < 128) {
            return Character.isLetterOrDigit(letter) ? String.valueOf(Character.toLowerCase(letter)) : "";
        }
        if (!Character.isLetterOrDigit(letter)) {
            return "";
        }
        return switch (Character.toLowerCase(letter)) {
            case 'ß' -> "ss";
            case 'œ' -> "oe";
            case 'æ' -> "ae";
            case 'ø' -> "o";
            default ->
                String.valueOf(Character.toLowerCase(Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFKD)
                        .charAt(0)));
        };
    }

    private void space(int origin) {
        int length = folded.length();
        if (length == 0 || folded.charAt(length - 1) != ' ') {
            put(' ', origin);
        }
    }

    private void put(char letter, int origin) {
        int at = folded.length();
        if (at == origins.length) {
            origins = Arrays.copyOf(origins, at * 2);
        }
        origins[at] = origin;
        folded.append(letter);
    }
}
