package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.quittance.api.model.ItemKey;

/**
 * What a court decided about one open item.
 *
 * @param from of a judgment the day it became enforceable; of a grace its first day; of a capitalisation the day from which
 *     interest of a whole year bears interest
 * @param to last day of a grace; empty otherwise
 * @param yearlyPercent the reduced rate during a grace, in percent; empty for none, when no interest runs
 * @param lifted no longer has effect
 */
public record Ruling(
        String id,
        Kind kind,
        ItemKey item,
        LocalDate from,
        Optional<LocalDate> to,
        Optional<BigDecimal> yearlyPercent,
        String reason,
        boolean lifted)
        implements CaseRecord {

    public Ruling {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(item, "item");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(yearlyPercent, "yearlyPercent");
        requireNonNull(reason, "reason");
        if ((kind == Kind.GRACE) != to.isPresent()) {
            throw new IllegalArgumentException("a grace has a last day, nothing else has: " + kind + " " + to);
        }
        if (to.isPresent() && to.get().isBefore(from)) {
            throw new IllegalArgumentException("a grace from " + from + " to " + to.get() + " has no day");
        }
        if (yearlyPercent.isPresent()
                && (kind != Kind.GRACE || yearlyPercent.get().signum() < 0)) {
            throw new IllegalArgumentException("a rate of " + yearlyPercent.get() + " for a " + kind);
        }
    }

    public Ruling takenBack() {
        return new Ruling(id, kind, item, from, to, yearlyPercent, reason, true);
    }

    /** Kinds of ruling. */
    public enum Kind {
        /** The debtor was ordered to pay; a rate may rise when it does not. */
        JUDGMENT,
        /** Time was granted: nothing is claimed or enforced meanwhile. */
        GRACE,
        /** Interest of a whole year bears interest. */
        CAPITALISATION
    }
}
