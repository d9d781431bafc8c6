package org.quittance.document.pdf;

import java.util.Arrays;

/**
 * The objects of a PDF file, written one after the other and numbered in that order. A file may begin with the objects of
 * another one, copied as they stand: that is what makes it cheap to embed the same fonts in every letter. Not for several
 * threads.
 */
final class ObjectWriter {

    private final ContentBuffer out;
    private int[] offsets = new int[32];
    private int count;

    /** An empty file of a version. The second line tells programs that copy it that it is not text. */
    ObjectWriter(String version) {
        this.out = new ContentBuffer(64 * 1024);
        out.raw("%PDF-" + version + "\n%");
        for (int i = 0; i < 4; i++) {
            out.octet(0xe2 + i);
        }
        out.raw("\n");
    }

    /** A file that begins with all that another one holds so far. */
    ObjectWriter(ObjectWriter opening, int expectedLength) {
        this.out = new ContentBuffer(opening.out.length() + expectedLength);
        this.offsets = Arrays.copyOf(opening.offsets, opening.count + 32);
        this.count = opening.count;
        out.copy(opening.out);
    }

    /** The number that the next object will have. */
    int next() {
        return count + 1;
    }

    /** Writes a dictionary, array or value and returns its number. */
    int add(String object) {
        int number = begin();
        out.raw(object);
        end();
        return number;
    }

    /**
     * @param entries of its dictionary, without brackets and length
     */
    int addStream(String entries, byte[] bytes) {
        int number = begin();
        out.raw("<< " + entries + " /Length " + bytes.length + " >>\nstream\n");
        out.copy(bytes);
        out.raw("\nendstream");
        end();
        return number;
    }

    /** A stream of bytes that are compressed already. */
    int addDeflated(String entries, byte[] bytes) {
        return addStream(entries + " /Filter /FlateDecode", bytes);
    }

    /** Writes the table of objects and the end. */
    byte[] finish(int root, int information, byte[] identity) {
        int table = out.length();
        out.raw("xref\n0 " + (count + 1) + "\n0000000000 65535 f\r\n");
        for (int i = 0; i < count; i++) {
            out.padded(offsets[i], 10);
            out.raw(" 00000 n\r\n");
        }
        String id = Hexadecimal.of(identity);
        out.raw("trailer\n<< /Size " + (count + 1) + " /Root " + root + " 0 R /Info " + information + " 0 R /ID [" + id
                + id + "] >>\nstartxref\n" + table + "\n%%EOF\n");
        return out.toBytes();
    }

    private int begin() {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
        }
        offsets[count] = out.length();
        count++;
        out.raw(count + " 0 obj\n");
        return count;
    }

    private void end() {
        out.raw("\nendobj\n");
    }
}
