package org.quittance.document.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.quittance.document.letter.Entry;

/**
 * A whole document.
 *
 * @param author who issues it, printed at the head
 * @param facts label and value, below the title
 * @param pageLabel of a page number, with {@code %1$d} and {@code %2$d}
 */
public record Report(
        Locale language,
        LocalDate date,
        String title,
        String author,
        List<Entry> facts,
        List<Part> parts,
        String pageLabel) {

    public Report {
        requireNonNull(language, "language");
        requireNonNull(date, "date");
        requireNonNull(title, "title");
        requireNonNull(author, "author");
        facts = List.copyOf(facts);
        parts = List.copyOf(parts);
        requireNonNull(pageLabel, "pageLabel");
    }
}
