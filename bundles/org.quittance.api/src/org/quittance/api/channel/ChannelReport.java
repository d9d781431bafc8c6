package org.quittance.api.channel;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Something that came back about a message.
 *
 * @param id unique at the far side, so that reading it twice changes nothing
 * @param key of the message it is about
 * @param at when it was received, UTC
 * @param from who says so; empty text where that is not known
 * @param text what they say, shortened; empty text for nothing
 */
public record ChannelReport(String id, SendKey key, Kind kind, Instant at, String from, String text) {

    public ChannelReport {
        requireNonNull(id, "id");
        requireNonNull(key, "key");
        requireNonNull(kind, "kind");
        requireNonNull(at, "at");
        requireNonNull(from, "from");
        requireNonNull(text, "text");
    }

    /** Kinds of report. */
    public enum Kind {
        DELIVERED,
        /** Not yet, and still being tried. */
        DELAYED,
        BOUNCED,
        READ,
        /** A person wrote. */
        ANSWERED,
        /** A machine wrote: out of the office, a ticket was opened. */
        AUTOMATIC
    }
}
