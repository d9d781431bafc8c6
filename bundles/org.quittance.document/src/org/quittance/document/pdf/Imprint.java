package org.quittance.document.pdf;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Locale;

/** What a document says of itself in its properties. */
record Imprint(String title, String author, Locale language, LocalDate date) {

    static final String PROGRAM = "Quittance";

    Imprint {
        requireNonNull(title, "title");
        requireNonNull(author, "author");
        requireNonNull(language, "language");
        requireNonNull(date, "date");
    }
}
