package org.quittance.server.health;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.health.Health;
import org.quittance.api.health.Health.Status;
import org.quittance.api.health.HealthCheck;
import org.quittance.api.text.Sentence;
import org.quittance.service.server.HealthService;

/** Asks all checks at the same time: one that hangs costs its own answer only. */
@Component
public final class InstalledHealth implements HealthService {

    private static final long WAIT_SECONDS = 10;

    private final List<HealthCheck> checks = new CopyOnWriteArrayList<>();
    private final long waitMillis;

    @Activate
    public InstalledHealth() {
        this(TimeUnit.SECONDS.toMillis(WAIT_SECONDS));
    }

    InstalledHealth(long waitMillis) {
        this.waitMillis = waitMillis;
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC, policyOption = GREEDY)
    public void addCheck(HealthCheck check) {
        checks.add(check);
    }

    public void removeCheck(HealthCheck check) {
        checks.remove(check);
    }

    private record Asked(String id, Future<List<Health>> answer) {}

    @Override
    public List<Checked> check() {
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "quittance health");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Asked> asked = checks.stream()
                    .map(check -> new Asked(check.id(), threads.submit(check::check)))
                    .toList();
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMillis);
            List<Checked> all = new ArrayList<>();
            for (Asked one : asked) {
                answer(one, end - System.nanoTime()).forEach(health -> all.add(new Checked(one.id, health)));
            }
            all.sort(Comparator.comparing(Checked::check)
                    .thenComparing(checked -> checked.health().subject()));
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Stream<Health> answer(Asked asked, long waitNanos) {
        try {
            return asked.answer.get(Math.max(0, waitNanos), TimeUnit.NANOSECONDS).stream();
        } catch (ExecutionException e) {
            return Stream.of(critical(Sentence.of(InstalledHealth.class, "check.failed", e.getCause())));
        } catch (TimeoutException e) {
            return Stream.of(critical(Sentence.of(InstalledHealth.class, "check.slow")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Stream.of(critical(Sentence.of(InstalledHealth.class, "check.slow")));
        }
    }

    private static Health critical(Sentence text) {
        return Health.of("", Status.CRITICAL, text);
    }
}
