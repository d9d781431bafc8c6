package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How a debtor is to be treated until further notice.
 *
 * @param deadline for an insolvency the last day to file the claim; when to look again otherwise
 * @param clearedOn set once it is over
 */
public record CaseMark(
        Kind kind, LocalDate since, Optional<LocalDate> deadline, String reason, Optional<LocalDate> clearedOn)
        implements CaseRecord {

    public CaseMark {
        requireNonNull(kind, "kind");
        requireNonNull(since, "since");
        requireNonNull(deadline, "deadline");
        requireNonNull(reason, "reason");
        requireNonNull(clearedOn, "clearedOn");
    }

    /** A debtor has at most one mark of each kind. */
    @Override
    public String id() {
        return kind.name();
    }

    public CaseMark cleared(LocalDate on) {
        return new CaseMark(kind, since, deadline, reason, Optional.of(on));
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
