package org.quittance.api.intake;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.quittance.api.text.Sentence;

/** What became of one record: added, changed something known, changed nothing, or was rejected for a reason. */
public record IntakeResult(Kind kind, Optional<String> field, Optional<Sentence> reason) {

    public IntakeResult {
        requireNonNull(kind, "kind");
        requireNonNull(field, "field");
        requireNonNull(reason, "reason");
    }

    public static IntakeResult of(Kind kind) {
        return new IntakeResult(kind, Optional.empty(), Optional.empty());
    }

    public static IntakeResult rejected(String field, String reason) {
        return rejected(field, Sentence.plain(reason));
    }

    public static IntakeResult rejected(String field, Sentence reason) {
        return new IntakeResult(Kind.REJECTED, Optional.of(field), Optional.of(reason));
    }

    /** Kinds of result. */
    public enum Kind {
        ADDED,
        CHANGED,
        UNCHANGED,
        REJECTED
    }
}
