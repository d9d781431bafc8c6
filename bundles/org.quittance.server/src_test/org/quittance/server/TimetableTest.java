package org.quittance.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private final Timetable timetable =
            new Timetable(LocalTime.of(6, 30), Duration.ofMinutes(10), Duration.ofMinutes(5));

    @Test
    void preparesFromItsHourOn() {
        assertFalse(timetable.isPrepareDue(MONDAY.atTime(6, 29), true, Optional.empty()));
        assertTrue(timetable.isPrepareDue(MONDAY.atTime(6, 30), true, Optional.empty()));
    }

    @Test
    void makesUpForTheHourOfADayItStartedLateOn() {
        assertTrue(timetable.isPrepareDue(MONDAY.atTime(23, 59), true, Optional.of(MONDAY.minusDays(3))));
    }

    @Test
    void preparesOncePerDay() {
        assertFalse(timetable.isPrepareDue(MONDAY.atTime(8, 0), true, Optional.of(MONDAY)));
    }

    @Test
    void neverPreparesOnAHoliday() {
        assertFalse(timetable.isPrepareDue(MONDAY.atTime(8, 0), false, Optional.empty()));
    }

    @Test
    void doesAtOnceWhatWasNeverDoneAndWaitsItsTimeAfterwards() {
        Duration every = Duration.ofMinutes(10);
        assertTrue(Timetable.isDue(Optional.empty(), every));
        assertFalse(Timetable.isDue(Optional.of(every.minusSeconds(1)), every));
        assertTrue(Timetable.isDue(Optional.of(every), every));
    }
}
