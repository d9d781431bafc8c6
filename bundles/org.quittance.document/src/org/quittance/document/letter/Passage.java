package org.quittance.document.letter;

import static java.util.Objects.requireNonNull;

/**
 * One part of the words: a paragraph, or one line of a list.
 *
 * @param second the right-hand side of a {@link Style#PAIR}, otherwise empty
 */
public record Passage(Style style, String text, String second) {

    /** How a passage is set. */
    public enum Style {
        PARAGRAPH,
        HEADING,
        BULLET,
        /** A line with a box to tick by hand. */
        CHECKBOX,
        /** What is heard, and what is recommended to answer. */
        PAIR
    }

    public Passage {
        requireNonNull(style, "style");
        requireNonNull(text, "text");
        requireNonNull(second, "second");
    }

    public static Passage of(Style style, String text) {
        return new Passage(style, text, "");
    }

    public static Passage paragraph(String text) {
        return of(Style.PARAGRAPH, text);
    }
}
