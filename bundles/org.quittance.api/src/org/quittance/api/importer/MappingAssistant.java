package org.quittance.api.importer;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.quittance.api.text.Sentence;

/**
 * Proposes how a table could be read, from its headings and from the values of all its rows. It never guesses: what the table does not
 * decide is left for a person. Safe for any thread, may block; memory stays bounded however large the file is.
 */
@ConsumerType
public interface MappingAssistant {

    /** @throws ImportException where the file cannot be read at all */
    Proposal propose(Path file) throws ImportException;

    /**
     * What was found out.
     *
     * @param mapping a mapping file; it can be used as it is if nothing is open, and is refused otherwise
     * @param columns one finding per column, in the order of the file
     * @param open what a person must fill in or decide before it can be used
     * @param notices what a person should know
     */
    record Proposal(String mapping, List<Finding> columns, List<Sentence> open, List<Sentence> notices) {

        public Proposal {
            requireNonNull(mapping, "mapping");
            columns = List.copyOf(columns);
            open = List.copyOf(open);
            notices = List.copyOf(notices);
        }
    }

    /**
     * What a column is taken for.
     *
     * @param field such as {@code invoice.due}; empty if the column is left out
     * @param surePercent from 0 to 100
     */
    record Finding(String column, Optional<String> field, int surePercent, Sentence why) {

        public Finding {
            requireNonNull(column, "column");
            requireNonNull(field, "field");
            requireNonNull(why, "why");
            if (surePercent < 0 || surePercent > 100) {
                throw new IllegalArgumentException("surePercent is " + surePercent);
            }
        }
    }
}
