package org.quittance.importer.csv;

import org.quittance.api.text.Explained;
import org.quittance.api.text.Sentence;

/**
 * One form of date, such as {@code dd/MM/yyyy}: {@code d} and {@code M} are one or two digits, {@code dd} and {@code MM}
 * two, {@code yyyy} four, {@code yy} two in this century; everything else stands for itself.
 */
final class DatePattern {

    static final int NO_MATCH = -1;
    private static final int CENTURY = 2000;
    private static final int DAY_MAX = 31;
    private static final int MONTH_MAX = 12;

    private final String pattern;

    private DatePattern(String pattern) {
        this.pattern = pattern;
    }

    /** What a pattern must have and this one has not. */
    static final class Unusable extends IllegalArgumentException implements Explained {

        private static final long serialVersionUID = 1L;

        private final transient Sentence reason;

        Unusable(String code, Object... values) {
            this.reason = Sentence.of(DatePattern.class, code, values);
        }

        @Override
        public Sentence sentence() {
            return reason;
        }

        @Override
        public String getMessage() {
            return reason.toString();
        }
    }

    /** @throws Unusable saying what a pattern must have */
    static DatePattern of(String pattern) {
        int[] runs = new int[3];
        for (int i = 0; i < pattern.length(); ) {
            char letter = pattern.charAt(i);
            int length = run(pattern, i);
            int which = "dMy".indexOf(letter);
            if (which >= 0) {
                if (runs[which] != 0) {
                    throw new Unusable("pattern.letter-twice", letter);
                }
                runs[which] = length;
                requireSeparated(pattern, i, length);
            } else if (Character.isLetterOrDigit(letter)) {
                throw new Unusable("pattern.letter-unknown", letter);
            }
            i += length;
        }
        if (runs[0] < 1 || runs[0] > 2 || runs[1] < 1 || runs[1] > 2 || (runs[2] != 2 && runs[2] != 4)) {
            throw new Unusable("pattern.incomplete");
        }
        return new DatePattern(pattern);
    }

    private static void requireSeparated(String pattern, int start, int length) {
        int next = start + length;
        if (length == 1 && next < pattern.length() && "dMy".indexOf(pattern.charAt(next)) >= 0) {
            throw new Unusable("pattern.unseparated");
        }
    }

    /**
     * The parts as {@code year << 9 | month << 5 | day}, or {@link #NO_MATCH}. A day or month that no calendar has is 0;
     * whether the month has the day is not checked here.
     */
    int match(Slice text) {
        int at = 0;
        int packed = 0;
        for (int i = 0; i < pattern.length(); ) {
            char letter = pattern.charAt(i);
            if (letter != 'd' && letter != 'M' && letter != 'y') {
                if (at >= text.length() || text.at(at) != letter) {
                    return NO_MATCH;
                }
                at++;
                i++;
                continue;
            }
            int length = run(pattern, i);
            int lengthMax = Math.max(length, 2);
            int end = at;
            int number = 0;
            while (end < text.length() && end - at < lengthMax && isDigit(text.at(end))) {
                number = number * 10 + (text.at(end) - '0');
                end++;
            }
            if (end - at < length) {
                return NO_MATCH;
            }
            packed |= place(letter, length, number);
            at = end;
            i += length;
        }
        return at == text.length() ? packed : NO_MATCH;
    }

    private static int place(char letter, int length, int number) {
        return switch (letter) {
            case 'd' -> number > DAY_MAX ? 0 : number;
            case 'M' -> (number > MONTH_MAX ? 0 : number) << 5;
            default -> (length == 2 ? CENTURY + number : number) << 9;
        };
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static int run(String pattern, int start) {
        int end = start + 1;
        while (end < pattern.length() && pattern.charAt(end) == pattern.charAt(start)) {
            end++;
        }
        return end - start;
    }

    /** Whether some texts fit both patterns and mean different days, as with {@code d/M/yyyy} and {@code M/d/yyyy}. */
    boolean isConfusedWith(DatePattern other) {
        return !order().equals(other.order()) && shape().equals(other.shape());
    }

    private String order() {
        return pattern.replaceAll("[^dMy]", "").replaceAll("(.)\\1+", "$1");
    }

    private String shape() {
        return pattern.replaceAll("d+|M+", "#").replaceAll("yyyy", "####").replaceAll("yy", "#");
    }

    @Override
    public String toString() {
        return pattern;
    }
}
