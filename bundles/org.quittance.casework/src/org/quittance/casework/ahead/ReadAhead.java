package org.quittance.casework.ahead;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.ledger.LedgerException;
import org.quittance.api.store.StoreException;

/**
 * Runs a producer on a thread of its own, a bounded number of parts ahead of whoever takes them. Closing it in the middle stops
 * the producer and waits for it, so that nothing reads on behind the caller's back.
 */
public final class ReadAhead<T, R> implements AutoCloseable {

    /** Some megabytes of items; more would only cost memory and collecting it, since the slowest side sets the pace. */
    private static final int AHEAD = 1;

    private static final long PATIENCE_MILLIS = 50;

    private final BlockingQueue<Part<T>> queue = new ArrayBlockingQueue<>(AHEAD);
    private final Thread thread;
    private volatile boolean abandoned;
    private volatile @Nullable R result;
    private volatile @Nullable Throwable failure;

    /** Produces parts until it returns. */
    @FunctionalInterface
    public interface Producer<T, R> {

        R run(Taker<T> taker) throws StoreException, LedgerException, InterruptedException;
    }

    /** Takes a part, waiting while the queue is full. */
    @FunctionalInterface
    public interface Taker<T> {

        void put(T part) throws InterruptedException;
    }

    public ReadAhead(String name, Producer<T, R> producer) {
        this.thread = new Thread(() -> produce(producer), name);
        thread.setDaemon(true);
        thread.start();
    }

    /** The next part; empty after the last one. */
    public Optional<T> take() throws InterruptedException {
        return queue.take().content;
    }

    /** What the producer returned, once {@link #take()} was empty. */
    public R result() throws StoreException, LedgerException {
        Throwable thrown = failure;
        if (thrown instanceof StoreException store) {
            throw store;
        }
        if (thrown instanceof LedgerException ledger) {
            throw ledger;
        }
        R value = result;
        if (thrown != null || value == null) {
            throw new IllegalStateException("reading ahead failed", thrown);
        }
        return value;
    }

    private void produce(Producer<T, R> producer) {
        try {
            result = producer.run(part -> put(new Part<>(Optional.of(part))));
        } catch (Exception | Error e) {
            failure = e;
        }
        try {
            put(new Part<>(Optional.empty()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void put(Part<T> part) throws InterruptedException {
        while (!queue.offer(part, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
            if (abandoned) {
                throw new InterruptedException("nobody takes any more");
            }
        }
        if (abandoned) {
            throw new InterruptedException("nobody takes any more");
        }
    }

    /** The producer is not interrupted: that would break the connection of many a store. It stops at its next part. */
    @Override
    public void close() {
        abandoned = true;
        queue.clear();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private record Part<T>(Optional<T> content) {}
}
