package org.quittance.store.sqlite;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import org.quittance.api.time.BusinessClock;

/** A clock that moves by a second whenever it is asked. */
final class SteppedClock implements BusinessClock {

    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    private final AtomicLong seconds = new AtomicLong();

    @Override
    public Instant now() {
        return START.plusSeconds(seconds.getAndIncrement());
    }

    @Override
    public LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(START, zone);
    }

    @Override
    public boolean isSimulated() {
        return true;
    }
}
