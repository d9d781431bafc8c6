package org.quittance.api.health;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.quittance.api.text.Sentence;

/**
 * How one subject is.
 *
 * @param subject a creditor, an account, a folder; empty where there is only one
 * @param text what is so, and what to do where it is not well
 * @param figures what was measured, for metrics, by name in snake case that ends in its unit, such as {@code bank_data_age_days}
 */
public record Health(String subject, Status status, Sentence text, Map<String, Long> figures) {

    public Health {
        requireNonNull(subject, "subject");
        requireNonNull(status, "status");
        requireNonNull(text, "text");
        figures = Map.copyOf(figures);
        for (String name : figures.keySet()) {
            if (!name.matches("[a-z][a-z0-9_]*")) {
                throw new IllegalArgumentException("figure «" + name + "» is not in snake case");
            }
        }
    }

    /** Without figures. */
    public static Health of(String subject, Status status, Sentence text) {
        return new Health(subject, status, text, Map.of());
    }

    /** How bad it is, in rising order. */
    public enum Status {
        OK,
        /** Work goes on, and somebody should look. */
        WARNING,
        /** Something does not work. */
        CRITICAL
    }
}
