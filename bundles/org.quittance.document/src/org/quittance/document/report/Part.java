package org.quittance.document.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.quittance.document.letter.Entry;
import org.quittance.document.letter.Passage;
import org.quittance.document.letter.Statement;
import org.quittance.document.letter.Table;

/** One piece of a report, set below the one before. */
public sealed interface Part {

    /** A paragraph, heading or line of a list. */
    record Prose(Passage passage) implements Part {

        public Prose {
            requireNonNull(passage, "passage");
        }
    }

    /** A table with sums below it. */
    record Figures(Statement statement) implements Part {

        public Figures {
            requireNonNull(statement, "statement");
        }
    }

    /** A person or firm with the ways to reach it. */
    record Contact(String title, List<Entry> entries) implements Part {

        public Contact {
            requireNonNull(title, "title");
            entries = List.copyOf(entries);
        }
    }

    /** Ruled lines below a label, for somebody to write on by hand. */
    record ByHand(String label, int lines) implements Part {

        public ByHand {
            requireNonNull(label, "label");
        }
    }

    /** What follows begins on a new page. */
    record NewPage() implements Part {}

    static Part paragraph(String text) {
        return new Prose(Passage.paragraph(text));
    }

    static Part heading(String text) {
        return new Prose(Passage.of(Passage.Style.HEADING, text));
    }

    static Part bullet(String text) {
        return new Prose(Passage.of(Passage.Style.BULLET, text));
    }

    static Part checkbox(String text) {
        return new Prose(Passage.of(Passage.Style.CHECKBOX, text));
    }

    static Part pair(String left, String right) {
        return new Prose(new Passage(Passage.Style.PAIR, left, right));
    }

    static Part table(Table table) {
        return new Figures(new Statement(Optional.of(table), List.of(), Optional.empty(), Optional.empty()));
    }
}
