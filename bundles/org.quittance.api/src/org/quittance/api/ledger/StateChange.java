package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A step of a message from one state to another, done only if it is still in one of the expected states.
 *
 * @param on the date that counts for the ladder: of sending, or of expiry
 */
public record StateChange(
        MessageId message,
        Set<MessageState> expected,
        MessageState next,
        Optional<LocalDate> on,
        Optional<String> channel,
        Optional<String> output,
        Optional<String> reason) {

    public StateChange {
        requireNonNull(message, "message");
        expected = Set.copyOf(expected);
        requireNonNull(next, "next");
        requireNonNull(on, "on");
        requireNonNull(channel, "channel");
        requireNonNull(output, "output");
        requireNonNull(reason, "reason");
    }

    public static StateChange to(MessageState next, MessageId message, Set<MessageState> expected) {
        return new StateChange(
                message, expected, next, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public StateChange on(LocalDate value) {
        return new StateChange(message, expected, next, Optional.of(value), channel, output, reason);
    }

    public StateChange through(String channelId) {
        return new StateChange(message, expected, next, on, Optional.of(channelId), output, reason);
    }

    public StateChange output(String value) {
        return new StateChange(message, expected, next, on, channel, Optional.of(value), reason);
    }

    public StateChange because(String value) {
        return new StateChange(message, expected, next, on, channel, output, Optional.of(value));
    }
}
