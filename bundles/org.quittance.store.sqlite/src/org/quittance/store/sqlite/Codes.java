package org.quittance.store.sqlite;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.StepRecord;
import org.quittance.api.model.EvidenceGrade;
import org.quittance.api.model.ItemKind;
import org.quittance.api.store.ItemChange;

/** How values of the API are written in columns; the numbers are in files for ever, so none depends on an ordinal. */
final class Codes {

    private Codes() {}

    static int of(ItemKind kind) {
        return switch (kind) {
            case INVOICE -> 1;
            case CREDIT_NOTE -> 2;
            case PAYMENT -> 3;
        };
    }

    static ItemKind itemKind(int code) {
        return switch (code) {
            case 1 -> ItemKind.INVOICE;
            case 2 -> ItemKind.CREDIT_NOTE;
            case 3 -> ItemKind.PAYMENT;
            default -> throw unknown("kind of item", code);
        };
    }

    static int of(EvidenceGrade grade) {
        return switch (grade) {
            case DECLARED -> 1;
            case CHANNEL -> 2;
            case DELIVERED -> 3;
        };
    }

    static EvidenceGrade grade(int code) {
        return switch (code) {
            case 1 -> EvidenceGrade.DECLARED;
            case 2 -> EvidenceGrade.CHANNEL;
            case 3 -> EvidenceGrade.DELIVERED;
            default -> throw unknown("grade of evidence", code);
        };
    }

    static int of(ItemChange.Kind kind) {
        return switch (kind) {
            case CHANGED -> 1;
            case SETTLED -> 2;
            case REOPENED -> 3;
            case CANCELLED -> 4;
            case CREDITED -> 5;
        };
    }

    static ItemChange.Kind changeKind(int code) {
        return switch (code) {
            case 1 -> ItemChange.Kind.CHANGED;
            case 2 -> ItemChange.Kind.SETTLED;
            case 3 -> ItemChange.Kind.REOPENED;
            case 4 -> ItemChange.Kind.CANCELLED;
            case 5 -> ItemChange.Kind.CREDITED;
            default -> throw unknown("kind of change", code);
        };
    }

    static int of(StepRecord.Outcome outcome) {
        return switch (outcome) {
            case LIVE -> 1;
            case UNKNOWN -> 2;
            case SENT -> 3;
            case SENT_ELSEWHERE -> 4;
            case NOT_DONE -> 5;
        };
    }

    static StepRecord.Outcome outcome(int code) {
        return switch (code) {
            case 1 -> StepRecord.Outcome.LIVE;
            case 2 -> StepRecord.Outcome.UNKNOWN;
            case 3 -> StepRecord.Outcome.SENT;
            case 4 -> StepRecord.Outcome.SENT_ELSEWHERE;
            case 5 -> StepRecord.Outcome.NOT_DONE;
            default -> throw unknown("outcome", code);
        };
    }

    /** What a message in a state means for the steps of its items; empty where the steps do not count. */
    static Optional<StepRecord.Outcome> outcome(MessageState state) {
        return switch (state) {
            case PREPARED, APPROVED, SENDING, AWAITING_CONFIRMATION, DEFERRED -> Optional.of(StepRecord.Outcome.LIVE);
            case UNKNOWN -> Optional.of(StepRecord.Outcome.UNKNOWN);
            case SENT, DELIVERED -> Optional.of(StepRecord.Outcome.SENT);
            case EXPIRED -> Optional.of(StepRecord.Outcome.NOT_DONE);
            case BOUNCED, WITHDRAWN, REFUSED -> Optional.empty();
        };
    }

    static int of(MessageState state) {
        return switch (state) {
            case PREPARED -> 1;
            case APPROVED -> 2;
            case SENDING -> 3;
            case AWAITING_CONFIRMATION -> 4;
            case DEFERRED -> 5;
            case UNKNOWN -> 6;
            case SENT -> 7;
            case DELIVERED -> 8;
            case BOUNCED -> 9;
            case WITHDRAWN -> 10;
            case EXPIRED -> 11;
            case REFUSED -> 12;
        };
    }

    static MessageState messageState(int code) {
        return switch (code) {
            case 1 -> MessageState.PREPARED;
            case 2 -> MessageState.APPROVED;
            case 3 -> MessageState.SENDING;
            case 4 -> MessageState.AWAITING_CONFIRMATION;
            case 5 -> MessageState.DEFERRED;
            case 6 -> MessageState.UNKNOWN;
            case 7 -> MessageState.SENT;
            case 8 -> MessageState.DELIVERED;
            case 9 -> MessageState.BOUNCED;
            case 10 -> MessageState.WITHDRAWN;
            case 11 -> MessageState.EXPIRED;
            case 12 -> MessageState.REFUSED;
            default -> throw unknown("state", code);
        };
    }

    static long of(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static @Nullable Long day(Optional<LocalDate> day) {
        return day.isPresent() ? Long.valueOf(day.get().toEpochDay()) : null;
    }

    static <T> @Nullable T value(Optional<T> value) {
        return value.isPresent() ? value.get() : null;
    }

    private static IllegalStateException unknown(String what, int code) {
        return new IllegalStateException(what + " " + code + " is not known to this version");
    }
}
