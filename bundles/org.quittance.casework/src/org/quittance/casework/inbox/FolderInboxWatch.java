package org.quittance.casework.inbox;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.quittance.api.model.Actor;
import org.quittance.api.model.CreditorId;
import org.quittance.service.casework.InboxService;
import org.quittance.service.casework.InboxWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every few seconds, which network folders stand as well, where notices of a file system are lost. */
@Component(configurationPid = "org.quittance.inbox")
@Designate(ocd = FolderInboxWatch.Settings.class)
public final class FolderInboxWatch implements InboxWatch {

    private static final Logger LOG = LoggerFactory.getLogger(FolderInboxWatch.class);

    private final InboxService inbox;
    private final long intervalSeconds;
    private Optional<ScheduledExecutorService> thread = Optional.empty();

    /** How often it looks. */
    @ObjectClassDefinition(name = "Quittance inbox", description = "How the inbox folder of the workspace is watched.")
    public @interface Settings {

        @AttributeDefinition(
                name = "Interval",
                description = "Seconds between two looks. A file is taken when two looks find it alike.",
                min = "1")
        long intervalSeconds() default 5;
    }

    @Activate
    public FolderInboxWatch(@Reference InboxService inbox, Settings settings) {
        this.inbox = requireNonNull(inbox, "inbox");
        this.intervalSeconds = Math.max(1, settings.intervalSeconds());
    }

    @Override
    public synchronized void start(CreditorId creditor, Actor actor, Listener listener) {
        if (thread.isPresent()) {
            throw new IllegalStateException("the inbox is watched already");
        }
        WatchSteps steps = new WatchSteps(inbox, creditor, actor, listener);
        long begin = System.nanoTime();
        ScheduledExecutorService watching =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "quittance-inbox"));
        watching.scheduleWithFixedDelay(
                () -> look(steps, Duration.ofNanos(System.nanoTime() - begin)), 0, intervalSeconds, TimeUnit.SECONDS);
        thread = Optional.of(watching);
    }

    /** A mistake of ours in one look must not end the watch unseen. */
    private static void look(WatchSteps steps, Duration now) {
        try {
            steps.look(now);
        } catch (RuntimeException e) {
            LOG.error("The inbox could not be looked through; the next look tries again.", e);
        }
    }

    @Override
    @Deactivate
    public void stop() {
        Optional<ScheduledExecutorService> ending;
        synchronized (this) {
            ending = thread;
            thread = Optional.empty();
        }
        if (ending.isPresent()) {
            ending.get().shutdown();
            awaitEnd(ending.get());
        }
    }

    private static void awaitEnd(ScheduledExecutorService ending) {
        try {
            boolean ended = false;
            while (!ended) {
                ended = ending.awaitTermination(1, TimeUnit.MINUTES);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isWatching() {
        return thread.isPresent();
    }
}
