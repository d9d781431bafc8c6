package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How a debtor is to be treated until further notice.
 *
 * @param deadline for an insolvency the last day to file the claim; when to look again otherwise
 * @param clearedOn set once it is over
 * @param openedOn of an insolvency the day of the judgment that opened the proceedings, where it is known
 */
public record CaseMark(
        Kind kind,
        LocalDate since,
        Optional<LocalDate> deadline,
        String reason,
        Optional<LocalDate> clearedOn,
        Optional<LocalDate> openedOn)
        implements CaseRecord {

    public CaseMark {
        requireNonNull(kind, "kind");
        requireNonNull(since, "since");
        requireNonNull(deadline, "deadline");
        requireNonNull(reason, "reason");
        requireNonNull(clearedOn, "clearedOn");
        requireNonNull(openedOn, "openedOn");
    }

    /** One of which no opening is known. */
    public CaseMark(
            Kind kind, LocalDate since, Optional<LocalDate> deadline, String reason, Optional<LocalDate> clearedOn) {
        this(kind, since, deadline, reason, clearedOn, Optional.empty());
    }

    /** The first day of which an insolvency forbids interest: of the judgment, or else when we heard of it. */
    public LocalDate stopsInterestOn() {
        return openedOn.orElse(since);
    }

    /** A debtor has at most one mark of each kind. */
    @Override
    public String id() {
        return kind.name();
    }

    public CaseMark cleared(LocalDate on) {
        return new CaseMark(kind, since, deadline, reason, Optional.of(on), openedOn);
    }

    /** Kinds of mark. */
    public enum Kind {
        /** Was hostile on the phone: nobody calls any more, letters and messages go on. */
        WRITING_ONLY,
        /** In insolvency proceedings: nothing goes out, the claim is filed. */
        INSOLVENT,
        /** Several attempts failed; the address is looked for. */
        UNREACHABLE
    }
}
