package org.quittance.casework.agreement;

import java.util.Optional;
import org.quittance.api.model.EvidenceGrade;

/**
 * The statuses of the French e-invoicing reform (AFNOR XP Z12-012) and what each does to dunning. Grades of evidence: a platform
 * that took or passed on an invoice says that it was sent; that the buyer's platform has it, or that the buyer answers it, says
 * that it was delivered.
 */
enum LifecycleCode {
    DEPOSITED("200", Effect.NONE, EvidenceGrade.CHANNEL),
    ISSUED("201", Effect.NONE, EvidenceGrade.CHANNEL),
    RECEIVED("202", Effect.NONE, EvidenceGrade.DELIVERED),
    AVAILABLE("203", Effect.NONE, EvidenceGrade.DELIVERED),
    TAKEN_IN_CHARGE("204", Effect.NONE, EvidenceGrade.DELIVERED),
    APPROVED("205", Effect.APPROVES, EvidenceGrade.DELIVERED),
    PARTLY_APPROVED("206", Effect.DISPUTES, EvidenceGrade.DELIVERED),
    IN_LITIGATION("207", Effect.DISPUTES, EvidenceGrade.DELIVERED),
    SUSPENDED("208", Effect.HOLDS, EvidenceGrade.DELIVERED),
    COMPLETED("209", Effect.COMPLETES),
    REFUSED("210", Effect.DISPUTES, EvidenceGrade.DELIVERED),
    PAYMENT_SENT("211", Effect.PAUSES, EvidenceGrade.DELIVERED),
    CASHED("212", Effect.HOLDS),
    REJECTED("213", Effect.HOLDS),
    ENDORSED("214", Effect.NONE),
    CANCELLED("220", Effect.HOLDS),
    MISROUTED("221", Effect.HOLDS),
    DIRECT_PAYMENT_ASKED("224", Effect.HOLDS),
    FACTORED("225", Effect.HOLDS),
    FACTORED_CONFIDENTIALLY("226", Effect.HOLDS),
    ACCOUNT_CHANGED("227", Effect.HOLDS),
    NOT_FACTORED("228", Effect.RETURNS),
    INADMISSIBLE("501", Effect.HOLDS);

    /** The recipient has no platform: a reason of {@link #DEPOSITED}. */
    static final String NOT_TRANSMITTED = "NON_TRANSMISE";

    /** What follows for the items of the invoice that are open. */
    enum Effect {
        NONE,
        /** The contested part rests, or all of it where the status does not say which. */
        DISPUTES,
        /** Nothing is sent before a person has looked. */
        HOLDS,
        /** Nothing is sent for some days, in which the money should come. */
        PAUSES,
        /** What was suspended or contested by a status goes on. */
        APPROVES,
        /** What was suspended by a status goes on. */
        COMPLETES,
        /** What was held because of a factor goes on. */
        RETURNS
    }

    final String code;
    final Effect effect;
    final Optional<EvidenceGrade> grade;

    LifecycleCode(String code, Effect effect) {
        this.code = code;
        this.effect = effect;
        this.grade = Optional.empty();
    }

    LifecycleCode(String code, Effect effect, EvidenceGrade grade) {
        this.code = code;
        this.effect = effect;
        this.grade = Optional.of(grade);
    }

    /** Empty for a code that nobody knows here; a person looks at it. */
    static Optional<LifecycleCode> of(String code) {
        for (LifecycleCode known : values()) {
            if (known.code.equals(code)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** Whether it is the buyer's word, and not a platform's or our own. */
    boolean isOfTheBuyer() {
        return switch (this) {
            case TAKEN_IN_CHARGE, APPROVED, PARTLY_APPROVED, IN_LITIGATION, SUSPENDED, REFUSED, PAYMENT_SENT -> true;
            default -> false;
        };
    }

    /** Whether a status of an earlier day has no effect any more because of this one. */
    boolean undoes(Optional<LifecycleCode> earlier) {
        if (earlier.isEmpty()) {
            return false;
        }
        return switch (effect) {
            case APPROVES -> earlier.get().effect == Effect.DISPUTES || earlier.get() == SUSPENDED;
            case COMPLETES -> earlier.get() == SUSPENDED;
            case RETURNS -> earlier.get() == FACTORED || earlier.get() == FACTORED_CONFIDENTIALLY;
            default -> false;
        };
    }
}
