package org.quittance.document.pdf;

import java.util.Arrays;

/**
 * Bytes of a content stream in the making. PDFBox's own content stream wants fonts that belong to one document, and so
 * would parse the font program again for every letter. Not for several threads.
 */
final class ContentBuffer {

    private byte[] bytes;
    private int length;

    ContentBuffer(int expectedLength) {
        this.bytes = new byte[expectedLength];
    }

    void raw(String ascii) {
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
    }

    void octet(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    /** With two decimals, as many as a printer can show. */
    void number(float value) {
        int hundredths = Math.round(value * 100);
        if (hundredths < 0) {
            octet('-');
            hundredths = -hundredths;
        }
        digits(hundredths / 100);
        int fraction = hundredths % 100;
        if (fraction != 0) {
            octet('.');
            octet('0' + fraction / 10);
            if (fraction % 10 != 0) {
                octet('0' + fraction % 10);
            }
        }
        octet(' ');
    }

    void integer(int value) {
        digits(value);
        octet(' ');
    }

    private void digits(int value) {
        if (value >= 100) {
            digits(value / 100);
            octet('0' + value / 10 % 10);
        } else if (value >= 10) {
            octet('0' + value / 10);
        }
        octet('0' + value % 10);
    }

    /** Two bytes within a string in parentheses. */
    void glyph(int value) {
        escaped(value >> 8);
        escaped(value & 0xff);
    }

    /** One byte within a string in parentheses. */
    void escaped(int value) {
        if (value == '\r') {
            raw("\\r");
            return;
        }
        if (value == '(' || value == ')' || value == '\\') {
            octet('\\');
        }
        octet(value);
    }

    void copy(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    void copy(ContentBuffer other) {
        room(other.length);
        System.arraycopy(other.bytes, 0, bytes, length, other.length);
        length += other.length;
    }

    /** With leading zeros. */
    void padded(int value, int digits) {
        int rest = value;
        room(digits);
        for (int i = digits - 1; i >= 0; i--) {
            bytes[length + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    int length() {
        return length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
