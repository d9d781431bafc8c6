package org.quittance.api.store;

/** A place in the history of changes of one store; opaque but for the beginning. */
public record ChangeCursor(String value) {

    public static final ChangeCursor BEGINNING = new ChangeCursor("");

    public ChangeCursor {
        java.util.Objects.requireNonNull(value, "value");
    }
}
