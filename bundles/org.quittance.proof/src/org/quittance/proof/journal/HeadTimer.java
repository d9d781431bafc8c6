package org.quittance.proof.journal;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.quittance.service.proof.HeadArchive;

/**
 * Asks every few minutes whether a head is due, as long as the workspace is open and heads are configured. A command is over before
 * the first time; it asks by itself when its work is done.
 */
@Component(
        service = HeadTimer.class,
        immediate = true,
        configurationPid = HeadKeeper.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class HeadTimer {

    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "Quittance journal heads");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public HeadTimer(@Reference HeadArchive archive) {
        this(archive, PERIOD);
    }

    HeadTimer(HeadArchive archive, Duration period) {
        requireNonNull(archive, "archive");
        timer.scheduleWithFixedDelay(archive::keepDue, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Waits for a head that is being written: the workspace closes behind it. */
    @Deactivate
    public void close() throws InterruptedException {
        timer.shutdown();
        timer.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
