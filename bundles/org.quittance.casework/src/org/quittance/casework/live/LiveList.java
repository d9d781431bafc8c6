package org.quittance.casework.live;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Services of one kind as they are at this moment, the highest ranked first, among equals the oldest. Safe for any thread;
 * readers never wait.
 */
public final class LiveList<T> {

    private static final String RANKING = "service.ranking";
    private static final String ID = "service.id";

    private volatile List<Entry<T>> entries = List.of();

    /** @param properties of the service; ranking and identifier decide its place */
    public synchronized void add(T service, Map<String, ?> properties) {
        requireNonNull(service, "service");
        List<Entry<T>> next = new ArrayList<>(entries);
        next.add(new Entry<>(service, number(properties.get(RANKING)), number(properties.get(ID))));
        next.sort(Comparator.comparingLong((Entry<T> entry) -> -entry.ranking).thenComparingLong(entry -> entry.id));
        entries = List.copyOf(next);
    }

    public synchronized void remove(T service) {
        entries = entries.stream().filter(entry -> entry.service != service).toList();
    }

    public List<T> all() {
        return entries.stream().map(entry -> entry.service).toList();
    }

    public Optional<T> first() {
        List<Entry<T>> now = entries;
        return now.isEmpty() ? Optional.empty() : Optional.of(now.get(0).service);
    }

    /** Whether this very service is still there. */
    public boolean contains(T service) {
        for (Entry<T> entry : entries) {
            if (entry.service == service) {
                return true;
            }
        }
        return false;
    }

    private static long number(@Nullable Object property) {
        return property instanceof Number value ? value.longValue() : 0;
    }

    private record Entry<T>(T service, long ranking, long id) {}
}
