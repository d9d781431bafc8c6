package org.quittance.api.model;

import static java.util.Objects.requireNonNull;

/** Checks that the values of this package share. */
final class Texts {

    private static final int IDENTIFIER_LENGTH_MAX = 200;

    private Texts() {}

    static String requireIdentifier(String text, String name) {
        requireText(text, name);
        if (text.length() > IDENTIFIER_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    name + " has " + text.length() + " characters, at most " + IDENTIFIER_LENGTH_MAX + " are allowed");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw new IllegalArgumentException(name + " contains a control character");
            }
        }
        return text;
    }

    /** Whether it looks like ISO 3166-1 alpha-2. */
    static boolean isCountryCode(String text) {
        return text.length() == 2 && isCapital(text.charAt(0)) && isCapital(text.charAt(1));
    }

    private static boolean isCapital(char character) {
        return character >= 'A' && character <= 'Z';
    }

    static String requireText(String text, String name) {
        requireNonNull(text, name);
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
        return text;
    }
}
