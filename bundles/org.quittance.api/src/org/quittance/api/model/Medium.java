package org.quittance.api.model;

/** A medium that carries reminders. Open: a connector may bring its own. Lower-case word such as {@code letter}. */
public record Medium(String name) implements Comparable<Medium> {

    public static final Medium LETTER = new Medium("letter");
    public static final Medium EMAIL = new Medium("email");
    public static final Medium SMS = new Medium("sms");
    /** A task for a person, not a transmission. */
    public static final Medium CALL = new Medium("call");

    public Medium {
        Texts.requireIdentifier(name, "name");
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("medium «" + name + "» is not a lower-case word");
        }
    }

    public static Medium of(String name) {
        return switch (name) {
            case "letter" -> LETTER;
            case "email" -> EMAIL;
            case "sms" -> SMS;
            case "call" -> CALL;
            default -> new Medium(name);
        };
    }

    @Override
    public int compareTo(Medium other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
