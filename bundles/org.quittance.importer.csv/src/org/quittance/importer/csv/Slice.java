package org.quittance.importer.csv;

/**
 * A piece of text inside a larger buffer, without surrounding white space. One is reused for every cell that is read, so
 * that amounts and dates cost no garbage. Not for several threads.
 */
final class Slice {

    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final char NARROW_NO_BREAK_SPACE = '\u202F';

    private char[] chars = {};
    private int from;
    private int to;

    void set(char[] buffer, int start, int end) {
        int first = start;
        int last = end;
        while (first < last && isSpace(buffer[first])) {
            first++;
        }
        while (last > first && isSpace(buffer[last - 1])) {
            last--;
        }
        chars = buffer;
        from = first;
        to = last;
    }

    void set(String text) {
        set(text.toCharArray(), 0, text.length());
    }

    int length() {
        return to - from;
    }

    boolean isBlank() {
        return from == to;
    }

    char at(int index) {
        return chars[from + index];
    }

    boolean contentEquals(String text) {
        if (text.length() != to - from) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != chars[from + i]) {
                return false;
            }
        }
        return true;
    }

    static boolean isSpace(char character) {
        return character <= ' ' || character == NO_BREAK_SPACE || character == NARROW_NO_BREAK_SPACE;
    }

    @Override
    public String toString() {
        return new String(chars, from, to - from);
    }
}
