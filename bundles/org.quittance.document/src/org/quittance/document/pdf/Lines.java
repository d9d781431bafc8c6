package org.quittance.document.pdf;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a width: between words where it can, within a word that is longer than a line. Pure. */
final class Lines {

    private Lines() {}

    /** At least one line, which may be empty. */
    static List<String> of(String text, Typefaces faces, Type type, float width) {
        Typeface face = faces.of(type);
        String clean = PrintableText.of(text);
        if (face.width(clean, type.size()) <= width) {
            return List.of(clean);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        float space = face.width(" ", type.size());
        float used = 0;
        for (String word : clean.split(" ")) {
            float needed = face.width(word, type.size());
            if (line.length() > 0 && used + space + needed <= width) {
                line.append(' ').append(word);
                used += space + needed;
                continue;
            }
            if (line.length() > 0) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(needed <= width ? word : lastPiece(word, face, type.size(), width, lines));
            used = face.width(line.toString(), type.size());
        }
        lines.add(line.toString());
        return lines;
    }

    /** Cuts a word into lines that are full and returns what is left of it. */
    private static String lastPiece(String word, Typeface face, float size, float width, List<String> lines) {
        String rest = word;
        while (face.width(rest, size) > width && rest.length() > 1) {
            int end = rest.length() - 1;
            while (end > 1 && face.width(rest.substring(0, end), size) > width) {
                end--;
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        return rest;
    }
}
