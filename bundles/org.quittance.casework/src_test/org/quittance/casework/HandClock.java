package org.quittance.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.quittance.api.time.BusinessClock;

/** Stands on a day, ticks by the millisecond. */
final class HandClock implements BusinessClock {

    LocalDate day = LocalDate.of(2026, 1, 5);
    LocalTime hour = LocalTime.NOON;
    boolean simulated = true;
    private long ticks;

    @Override
    public synchronized Instant now() {
        return day.atTime(hour).toInstant(ZoneOffset.UTC).plusMillis(++ticks);
    }

    @Override
    public LocalDate today(ZoneId zone) {
        return day;
    }

    @Override
    public boolean isSimulated() {
        return simulated;
    }
}
