package org.quittance.document.letter;

import static java.util.Objects.requireNonNull;

/** A label and what stands beside it. */
public record Entry(String label, String value) {

    public Entry {
        requireNonNull(label, "label");
        requireNonNull(value, "value");
    }
}
