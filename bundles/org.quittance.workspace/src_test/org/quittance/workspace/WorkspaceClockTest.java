package org.quittance.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quittance.service.workspace.WorkspaceException;

class WorkspaceClockTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @Test
    void aSimulatedClockStandsOnItsDayInEveryZone() {
        WorkspaceClock clock = new WorkspaceClock(Optional.of(FRIDAY));
        assertEquals(FRIDAY, clock.today(ZoneId.of("Pacific/Auckland")));
        assertEquals(FRIDAY, clock.today(ZoneId.of("America/Los_Angeles")));
    }

    @Test
    void instantsNeverGoBack() throws Exception {
        WorkspaceClock clock = new WorkspaceClock(Optional.of(FRIDAY));
        Instant first = clock.now();
        Instant second = clock.now();
        clock.simulate(FRIDAY.plusDays(1));
        assertTrue(first.isBefore(second));
        assertTrue(second.isBefore(clock.now()));
    }

    @Test
    void aSimulatedDayDoesNotGoBack() {
        WorkspaceClock clock = new WorkspaceClock(Optional.of(FRIDAY));
        assertThrows(WorkspaceException.class, () -> clock.simulate(FRIDAY.minusDays(1)));
    }

    @Test
    void aSimulatedClockThatNobodySetShowsTheMachinesDayAndTakesAnyDay() throws Exception {
        WorkspaceClock clock = new WorkspaceClock(Optional.of(WorkspaceClock.NOT_SET));
        assertTrue(clock.isSimulated());
        assertTrue(clock.today(ZoneId.of("UTC")).isAfter(FRIDAY.minusYears(1)));
        clock.simulate(LocalDate.of(2012, 1, 2));
        assertEquals(LocalDate.of(2012, 1, 2), clock.today(ZoneId.of("UTC")));
    }

    @Test
    void aRealClockCannotBeSet() {
        WorkspaceClock clock = new WorkspaceClock(Optional.empty());
        assertThrows(IllegalStateException.class, () -> clock.simulate(FRIDAY));
    }
}
