package org.quittance.workspace;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.quittance.api.text.Sentence;
import org.quittance.api.time.BusinessClock;
import org.quittance.service.workspace.WorkspaceException;
import org.quittance.service.workspace.WorkspaceException.Kind;

/** The machine's clock, or one that stands on a simulated day and ticks a millisecond per question. */
final class WorkspaceClock implements BusinessClock {

    private static final LocalTime SIMULATED_MORNING = LocalTime.of(9, 0);

    /** Stands in for the day of a simulated clock that nobody has set yet; it shows the machine's day. */
    static final LocalDate NOT_SET = LocalDate.EPOCH;

    private final Clock machine = Clock.systemUTC();
    private final boolean isSimulated;
    private Optional<LocalDate> simulated;
    private Instant last = Instant.EPOCH;

    WorkspaceClock(Optional<LocalDate> simulated) {
        this.isSimulated = simulated.isPresent();
        this.simulated = simulated.filter(day -> !day.equals(NOT_SET));
    }

    @Override
    public synchronized Instant now() {
        Instant next = simulated
                .map(day -> day.atTime(SIMULATED_MORNING).toInstant(ZoneOffset.UTC))
                .orElseGet(machine::instant);
        last = next.isAfter(last) ? next : last.plusMillis(simulated.isPresent() ? 1 : 0);
        return last;
    }

    @Override
    public synchronized LocalDate today(ZoneId zone) {
        return simulated.orElseGet(() -> LocalDate.ofInstant(machine.instant(), zone));
    }

    @Override
    public synchronized boolean isSimulated() {
        return isSimulated;
    }

    synchronized void simulate(LocalDate day) throws WorkspaceException {
        if (!isSimulated) {
            throw new IllegalStateException("this workspace is not simulated");
        }
        LocalDate now = simulated.orElse(NOT_SET);
        if (day.isBefore(now)) {
            throw new WorkspaceException(Kind.USAGE, Sentence.of(WorkspaceLayout.class, "clock.back", now, day), null);
        }
        simulated = Optional.of(day);
    }
}
