package org.quittance.document.pdf;

import java.text.Normalizer;

/** Text as a font can set it: composed characters, no control characters, one mark for each pair of surrogates. Pure. */
final class PrintableText {

    private static final String USUAL_SIGNS = "’\u202f€–—“”„•…−";

    private PrintableText() {}

    static String of(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            plain = isPlain(text.charAt(i));
        }
        return plain ? text : cleaned(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    private static boolean isPlain(char character) {
        boolean latin =
                character >= ' ' && character < 0x7f || character >= 0xa0 && character < 0x300 && character != 0xad;
        return latin || USUAL_SIGNS.indexOf(character) >= 0;
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isISOControl(point) || point == 0x2028 || point == 0x2029) {
                clean.append(' ');
            } else if (point == 0x2010 || point == 0x2011) {
                clean.append('-');
            } else if (Character.getType(point) != Character.FORMAT && point != 0xad) {
                clean.append(Character.isBmpCodePoint(point) ? (char) point : '□');
            }
        });
        return clean.toString();
    }
}
