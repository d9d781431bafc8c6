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
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(name + " contains a control character");
        }
        return text;
    }

    static String requireText(String text, String name) {
        requireNonNull(text, name);
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
        return text;
    }
}
