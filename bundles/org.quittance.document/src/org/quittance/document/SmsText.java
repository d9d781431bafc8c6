package org.quittance.document;

import java.util.Map;

/** A short message in one line of characters that the seven-bit alphabet has, where it has something like them. Pure. */
final class SmsText {

    private static final Map<Character, String> PLAIN = Map.ofEntries(
            Map.entry('’', "'"),
            Map.entry('‘', "'"),
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('„', "\""),
            Map.entry('«', "\""),
            Map.entry('»', "\""),
            Map.entry('–', "-"),
            Map.entry('—', "-"),
            Map.entry('−', "-"),
            Map.entry('…', "..."),
            Map.entry('\u00a0', " "),
            Map.entry('\u202f', " "),
            Map.entry('œ', "oe"),
            Map.entry('\u2011', "-"));

    private SmsText() {}

    static String of(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            plain.append(PLAIN.getOrDefault(text.charAt(i), String.valueOf(text.charAt(i))));
        }
        return plain.toString().replaceAll("\\s+", " ").strip();
    }
}
