package org.quittance.api.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A message and where it is now.
 *
 * @param state current state
 * @param changedAt when it came into that state, UTC
 * @param sentOn the date on which it was really sent, once it was
 * @param channel the channel that tried it last
 * @param output file or reference the channel gave
 * @param reason why it is in this state, where that is not plain
 */
public record MessageRecord(
        PreparedMessage message,
        MessageState state,
        Instant changedAt,
        Optional<LocalDate> sentOn,
        Optional<String> channel,
        Optional<String> output,
        Optional<String> reason) {

    public MessageRecord {
        requireNonNull(message, "message");
        requireNonNull(state, "state");
        requireNonNull(changedAt, "changedAt");
        requireNonNull(sentOn, "sentOn");
        requireNonNull(channel, "channel");
        requireNonNull(output, "output");
        requireNonNull(reason, "reason");
    }
}
