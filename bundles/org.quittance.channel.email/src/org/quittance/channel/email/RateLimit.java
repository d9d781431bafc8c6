package org.quittance.channel.email;

import java.time.Duration;
import java.util.function.LongSupplier;

/** So many messages in a minute, and not more; a minute's worth may go at once. Safe for any thread. */
final class RateLimit {

    private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

    private final long perMinute;
    private final LongSupplier nanos;
    private long spentUntil;

    /**
     * @param perMinute 0 for no limit
     * @param nanos a clock that only goes forward
     */
    RateLimit(int perMinute, LongSupplier nanos) {
        if (perMinute < 0) {
            throw new IllegalArgumentException("rate-per-minute " + perMinute + " is negative");
        }
        this.perMinute = perMinute;
        this.nanos = nanos;
        this.spentUntil = nanos.getAsLong() - MINUTE_NANOS;
    }

    /** Zero, and one message is counted; or how long to wait, and none is. */
    synchronized Duration take() {
        if (perMinute == 0) {
            return Duration.ZERO;
        }
        long now = nanos.getAsLong();
        long cost = MINUTE_NANOS / perMinute;
        long from = Math.max(spentUntil, now - MINUTE_NANOS);
        if (from + cost > now) {
            return Duration.ofNanos(from + cost - now);
        }
        spentUntil = from + cost;
        return Duration.ZERO;
    }
}
