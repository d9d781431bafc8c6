package org.quittance.importer.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The row under the cursor; its storage is reused for the next one. Not for several threads. */
final class Row {

    private long line;
    private int count;
    private char[] chars = new char[1024];
    private int used;
    private int[] ends = new int[32];

    void begin(long startingLine) {
        line = startingLine;
        count = 0;
        used = 0;
    }

    void add(char[] buffer, int offset, int length) {
        if (used + length > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(chars.length * 2, used + length));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        System.arraycopy(buffer, offset, chars, used, length);
        used += length;
        ends[count++] = used;
    }

    /** The line of the file on which the row begins, from 1. */
    long line() {
        return line;
    }

    int count() {
        return count;
    }

    /** @param column from 0; blank where the row has fewer */
    void read(int column, Slice slice) {
        if (column >= count) {
            slice.set(chars, 0, 0);
            return;
        }
        slice.set(chars, column == 0 ? 0 : ends[column - 1], ends[column]);
    }

    boolean isBlankFrom(int column) {
        for (int i = column == 0 ? 0 : ends[column - 1]; i < used; i++) {
            if (!Slice.isSpace(chars[i])) {
                return false;
            }
        }
        return true;
    }

    List<String> texts() {
        List<String> texts = new ArrayList<>(count);
        Slice slice = new Slice();
        for (int i = 0; i < count; i++) {
            read(i, slice);
            texts.add(slice.toString());
        }
        return texts;
    }
}
