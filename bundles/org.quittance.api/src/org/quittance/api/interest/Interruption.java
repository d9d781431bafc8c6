package org.quittance.api.interest;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/** Something that lets a limitation period begin anew. A reminder or a formal notice does not, and has no kind here. */
public record Interruption(Kind kind, LocalDate on) {

    public Interruption {
        requireNonNull(kind, "kind");
        requireNonNull(on, "on");
    }

    /** What interrupts. */
    public enum Kind {
        /** The debtor acknowledges the debt, wholly or in part: a promise, a plan, a settlement. */
        ACKNOWLEDGEMENT,
        PART_PAYMENT,
        /** A claim before a court, or the service of an order to pay. */
        COURT,
        ENFORCEMENT
    }
}
