package org.quittance.document.letter;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What is owed and how it came about.
 *
 * @param items the invoices and credits; empty where a message lists none
 * @param parts principal, interest, indemnity and fees, those that are not zero; empty where there is only principal
 * @param total empty where nothing is asked for
 * @param interest the segments of the interest
 */
public record Statement(Optional<Table> items, List<Entry> parts, Optional<Entry> total, Optional<Annex> interest) {

    public Statement {
        requireNonNull(items, "items");
        parts = List.copyOf(parts);
        requireNonNull(total, "total");
        requireNonNull(interest, "interest");
    }

    /** A table on its own under a title, after the signature. */
    public record Annex(String title, Table table, Entry sum) {

        public Annex {
            requireNonNull(title, "title");
            requireNonNull(table, "table");
            requireNonNull(sum, "sum");
        }
    }
}
