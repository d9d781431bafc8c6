package org.quittance.casework.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quittance.api.model.CreditorId;

/**
 * One run or dispatch per creditor at a time. A component of its own without references, so that replacing any service never
 * makes a second set of locks while work under the first goes on.
 */
@Component(service = Turns.class)
public final class Turns {

    private final Map<CreditorId, ReentrantLock> locks = new ConcurrentHashMap<>();

    @Activate
    public Turns() {}

    /** Waits for the creditor's turn; give it back with {@link Turn#close()}, on the same thread. */
    public Turn take(CreditorId creditor) {
        ReentrantLock lock = locks.computeIfAbsent(creditor, id -> new ReentrantLock(true));
        lock.lock();
        return lock::unlock;
    }

    /** A turn that is held. */
    @FunctionalInterface
    public interface Turn extends AutoCloseable {

        @Override
        void close();
    }
}
