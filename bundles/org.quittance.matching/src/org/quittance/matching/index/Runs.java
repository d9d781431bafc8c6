package org.quittance.matching.index;

import java.util.ArrayList;
import java.util.List;

/**
 * A text taken apart into runs of letters and runs of digits, whatever stands between them. Capital letters without accents; a letter
 * that looks like a digit and stands between digits is that digit.
 */
public final class Runs {

    private static final int RUNS_MAX = 200;

    private static final String LOOK_ALIKES = "OIL";
    private static final String LOOKED_LIKE = "011";

    private final List<Run> runs;

    private Runs(List<Run> runs) {
        this.runs = runs;
    }

    /**
     * @param attached whether nothing but punctuation stands between it and the run before
     */
    public record Run(String text, boolean digits, boolean attached) {

        /** Without the zeros that fill it up; at least one digit stays. */
        String significant() {
            int from = 0;
            while (digits && from < text.length() - 1 && text.charAt(from) == '0') {
                from++;
            }
            return text.substring(from);
        }
    }

    public static Runs of(String text) {
        String folded = withDigits(Folding.fold(text));
        List<Run> runs = new ArrayList<>();
        int at = 0;
        boolean attached = false;
        while (at < folded.length() && runs.size() < RUNS_MAX) {
            char character = folded.charAt(at);
            if (!isLetterOrDigit(character)) {
                attached = attached && !Character.isWhitespace(character);
                at++;
                continue;
            }
            boolean digits = isDigit(character);
            StringBuilder run = new StringBuilder();
            while (at < folded.length() && isLetterOrDigit(folded.charAt(at)) && isDigit(folded.charAt(at)) == digits) {
                run.append(folded.charAt(at++));
            }
            runs.add(new Run(run.toString(), digits, attached && !runs.isEmpty()));
            attached = true;
        }
        return new Runs(runs);
    }

    /** Letters that look like digits become digits where they stand among them. */
    private static String withDigits(String text) {
        StringBuilder mended = new StringBuilder(text);
        for (int at = 1; at + 1 < mended.length(); at++) {
            char character = mended.charAt(at);
            int digit = LOOK_ALIKES.indexOf(character);
            boolean between = digit >= 0
                    && isDigit(mended.charAt(at - 1))
                    && (isDigit(mended.charAt(at + 1)) || LOOK_ALIKES.indexOf(mended.charAt(at + 1)) >= 0);
            if (between) {
                mended.setCharAt(at, LOOKED_LIKE.charAt(digit));
            }
        }
        return mended.toString();
    }

    private static boolean isLetterOrDigit(char character) {
        return character >= 'A' && character <= 'Z' || isDigit(character);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    public int size() {
        return runs.size();
    }

    public Run get(int index) {
        return runs.get(index);
    }

    /** The letters before the first digit; all of them if there is no digit. */
    public String prefix() {
        StringBuilder prefix = new StringBuilder();
        for (int i = 0; i < firstDigits(); i++) {
            prefix.append(runs.get(i).text());
        }
        return prefix.toString();
    }

    /** Index of the first run of digits; the size if there is none. */
    public int firstDigits() {
        int first = 0;
        while (first < runs.size() && !runs.get(first).digits()) {
            first++;
        }
        return first;
    }

    /** Runs from one to before another, each without its leading zeros, apart from one another. */
    public String spaced(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ".").append(runs.get(i).significant());
        }
        return text.toString();
    }

    /** Runs from one to before another, joined as they are, without leading zeros. */
    public String joined(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? runs.get(i).significant() : runs.get(i).text());
        }
        return text.toString();
    }

    public int digits(int from, int to) {
        int digits = 0;
        for (int i = from; i < to; i++) {
            digits += runs.get(i).digits() ? runs.get(i).text().length() : 0;
        }
        return digits;
    }
}
