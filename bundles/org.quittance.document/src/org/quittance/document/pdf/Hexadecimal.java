package org.quittance.document.pdf;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Strings of a PDF written in hexadecimal digits, which need no escaping. Pure. */
final class Hexadecimal {

    private static final HexFormat DIGITS = HexFormat.of().withUpperCase();

    private Hexadecimal() {}

    static String of(byte[] bytes) {
        return "<" + DIGITS.formatHex(bytes) + ">";
    }

    /** Text of any script. */
    static String text(String text) {
        return "<FEFF" + DIGITS.formatHex(text.getBytes(StandardCharsets.UTF_16BE)) + ">";
    }
}
