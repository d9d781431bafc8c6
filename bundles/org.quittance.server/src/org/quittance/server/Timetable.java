package org.quittance.server;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/**
 * When a creditor's work is due. Pure.
 *
 * @param prepareAt the hour, in the creditor's zone, from which the day's run is prepared
 * @param dispatchEvery how long after a dispatch the next one looks for messages that are ready
 * @param mailEvery how long after mail was fetched it is fetched again
 */
record Timetable(LocalTime prepareAt, Duration dispatchEvery, Duration mailEvery) {

    /**
     * Whether the day's run is to be prepared. A server that starts late in the day makes it up; days it missed altogether it does
     * not: a run decides about today.
     *
     * @param now where the creditor is
     * @param preparedOn the last day this server prepared
     */
    boolean isPrepareDue(LocalDateTime now, boolean businessDay, Optional<LocalDate> preparedOn) {
        boolean done =
                preparedOn.filter(day -> !day.isBefore(now.toLocalDate())).isPresent();
        return businessDay && !done && !now.toLocalTime().isBefore(prepareAt);
    }

    /** @param since how long ago it was done; empty for never */
    static boolean isDue(Optional<Duration> since, Duration every) {
        return since.map(passed -> passed.compareTo(every) >= 0).orElse(true);
    }
}
